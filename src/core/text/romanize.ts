/** One way of writing another script in Latin letters. What it does not know it leaves. */
type Romanization = (word: string) => string;

type Letters = ReadonlyMap<string, string>;

/** `жzh` is the letter and what stands for it. */
function letters(pairs: string): Letters {
  return new Map(pairs.split(" ").map((pair) => [pair.charAt(0), pair.slice(1)]));
}

function replacer(table: Letters): Romanization {
  return (word) => Array.from(word, (letter) => table.get(letter) ?? letter).join("");
}

/** BGN/PCGN for Russian, its rule for `е` left out, and the further letters of other Slavic and Turkic languages. */
const russian = letters(
  "аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya"
  + " іi їyi єye ґg ўu ђdj јj љlj њnj ћc џdz ѓgj ќkj ѕdz әa ғg қk ңn өo ұu үu һh",
);
const inNewspapers = replacer(new Map([...russian, ...letters("ёe щsch")]));
const adjectiveEnding = /[иы]й$/;

const cyrillicSystems: readonly Romanization[] = [
  replacer(russian),
  (word) => inNewspapers(word.replace(adjectiveEnding, "ы")),
  // Yeltsin, Andreyev, Dostoyevsky
  (word) => inNewspapers(word.replace(/(^|[аеёиоуыэюяъь])е/g, "$1йе").replace(adjectiveEnding, "ы")),
  // ALA-LC, its ligatures and marks left out
  replacer(new Map([...russian, ...letters("ёe йi юiu яia їi єie")])),
  // ISO 9 and the scholarly system, carons left out
  replacer(new Map([...russian, ...letters("ёe жz йj хh цc чc шs щsc юju яja їji єje")])),
];

const ukrainian = replacer(new Map([...russian, ...letters("гh иy йi їi єie юiu яia")]));
const ukrainianInitials = replacer(letters("єye їyi йy юyu яya"));
const looksUkrainian = /[іїєґ]|[сц]ький$/;

/** Ukraine's system of 2010. */
function romanizeUkrainian(word: string): string {
  return ukrainian(ukrainianInitials(word.slice(0, 1)) + word.slice(1));
}

const modernGreek = replacer(letters("αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"));
const classicalGreek = replacer(letters("αa βb γg δd εe ζz ηe θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φph χch ψps ωo"));

const greekSystems: readonly Romanization[] = [
  // ELOT 743
  (word) => modernGreek(word.replace(/γ(?=[γξχ])/g, "ν").replace(/^μπ/, "b").replace(/ου/g, "ou").replace(/([αεη])υ(?=[θκξπσςτφχψ]|$)/g, "$1φ").replace(/([αεη])υ/g, "$1β")),
  (word) => classicalGreek(word.replace(/γ(?=[γκξχ])/g, "ν").replace(/([αεηο])υ/g, "$1u")),
];

const cyrillic = /\p{Script=Cyrillic}/u;
const greek = /\p{Script=Greek}/u;

/**
 * A word in Cyrillic or Greek letters as several systems of romanization write it, in lower case and without accents:
 * `Жебин` → `zhebin`, `zebin`; `Παπαδόπουλος` → `papadopoulos`. Empty for other words.
 */
export function romanizations(word: string): readonly string[] {
  // composed first, so that й and ё keep their marks and stress and breathings go
  const lower = word.toLowerCase().normalize("NFC").replace(/\p{M}{1,99}/gu, "");
  if (cyrillic.test(lower)) return (looksUkrainian.test(lower) ? [...cyrillicSystems, romanizeUkrainian] : cyrillicSystems).map((system) => system(lower));
  if (!greek.test(lower)) return [];
  const plain = lower.normalize("NFD").replace(/\p{M}{1,99}/gu, "");
  return greekSystems.map((system) => system(plain));
}
