import { Util } from "citeproc";

const { Names } = Util;
const initializeWith = Names.initializeWith.bind(Names);

/**
 * `H.-W.` keeps its hyphen also where a style leaves given names as they are (`initialize="false"`) and only evens their initials out: nothing
 * but `initialize-with-hyphen="false"` takes it away (CSL specification, “Name”). The processor puts a space there.
 */
Names.initializeWith = (state, name, terminator, isEveningOut) => {
  const parts = isEveningOut === true && state.opt["initialize-with-hyphen"] !== false ? name.split(/(?<=\.)-(?=\p{Lu})/u) : [];
  if (parts.length < 2) return initializeWith(state, name, terminator, isEveningOut);
  return parts.map((part, index) => {
    const even = initializeWith(state, part, terminator, isEveningOut);
    return index === parts.length - 1 ? even : even.trimEnd();
  }).join("-");
};
