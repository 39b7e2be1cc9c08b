/**
 * CSL styles (by their ids in the CSL repository) that print much like styles of BibTeX and BibLaTeX. Names that the two share are the
 * same style in both. Where nothing is near, there is no entry.
 */
export const nearStyles: readonly (readonly [style: string, names: string])[] = [
  ["american-chemical-society", "achemso acs chem-acs wileynjd-acs"],
  ["american-geophysical-union", "agu agufull agufull08 agu08"],
  ["american-institute-of-physics", "aipnum4-1 aipnum4-2 aipauth4-1 aipauth4-2 aipnum aip"],
  ["american-journal-of-sociology", "ajs"],
  ["american-medical-association", "ama wileynjd-ama"],
  ["american-meteorological-society", "ametsoc ametsoc2014 ametsocv6"],
  ["american-physics-society", "apsrev apsrev4-1 apsrev4-2 apsrmp4-1 apsrmp4-2 apsrmp phys aps"],
  ["american-political-science-association", "apsr"],
  ["american-sociological-association", "asr"],
  ["american-statistical-association", "jasa jasa3"],
  ["angewandte-chemie", "angew chem-angew"],
  ["apa", "apa apacite apacitex apacann apacannx apalike apalike2 apalike-ejor newapa newapave apa7 apa6 apa-good theapa wileynjd-apa"],
  ["associacao-brasileira-de-normas-tecnicas", "abntex2-alf abnt abnt-alf"],
  ["association-for-computational-linguistics", "acl acl_natbib acl_natbib_nourl"],
  ["association-for-computing-machinery", "acm acm-reference-format acmauthoryear acmnumeric acmtrans sigproc"],
  ["biochemistry", "chem-biochem"],
  ["biomed-central", "bmc-mathphys bmc_article vancouver-bmc"],
  ["chicago-author-date", "chicago chicagoa chicago-authordate chicago-annote chicagoauthordate authordate1 authordate2 authordate3 authordate4 aer aea jpe qje windycity"],
  ["chicago-fullnote-bibliography", "chicago-notes verbose verbose-note verbose-ibid verbose-inote verbose-trad1 verbose-trad2 verbose-trad3 windycity-notes"],
  ["copernicus-publications", "copernicus"],
  ["din-1505-2", "dinat natdin"],
  ["din-1505-2-alphanumeric", "alpha amsalpha alphadin alphaurl alphabetic alphabetic-verb trad-alpha"],
  ["din-1505-2-numeric", "plaindin unsrtdin abbrvdin"],
  ["econometrica", "econometrica ecta"],
  ["elsevier-harvard", "elsarticle-harv model2-names elsart-harv cas-model2-names"],
  ["elsevier-vancouver", "model3-num-names"],
  ["elsevier-with-titles", "unsrt unsrturl elsarticle-num elsarticle-num-names model1-num-names model1a-num-names elsart-num ieeetran-unsrt trad-unsrt"],
  ["elsevier-with-titles-alphabetical", "plain abbrv plainurl abbrvurl amsplain numeric numeric-comp numeric-verb trad-plain trad-abbrv siam siamplain"],
  ["frontiers", "frontiersinscns_eng_humsfspes frontiersinscns frontiersinscns&eng frontiersscns"],
  ["frontiers-in-physics", "frontiersfphy"],
  ["gost-r-7-0-5-2008", "gost-authoryear gost-authoryear-min gost-footnote gost-inline gost-inline-min gost-author"],
  ["gost-r-7-0-5-2008-numeric", "gost780 gost780s gost71 gost71s gost2003 gost2003s gost2008 gost2008s gost2008n gost2008ns ugost2003 ugost2003s ugost2008 ugost2008s ugost2008n ugost2008ns ugost71 ugost71s utf8gost705u utf8gost780u gost-numeric gost-numeric-min gost-alphabetic gost-alphabetic-min gost-standard utf8gost705s utf8gost71s utf8gost71u utf8gost780s"],
  ["harvard-cite-them-right", "agsm dcu kluwer nederlands jmr jphysicsb authoryear authoryear-comp authoryear-ibid authoryear-icomp bath harvard"],
  ["ieee", "ieee ieeetr ieeetran ieeetrann ieeetrans ieeetransn ieeebib ieee_fullname ieeenat_fullname ieee-alphabetic"],
  ["institute-of-physics-numeric", "iopart-num"],
  ["iso690-author-date-en", "iso-authoryear iso690 iso690-authoryear"],
  ["iso690-numeric-en", "iso-numeric iso-alphabetic czplain czechiso"],
  ["modern-language-association", "mla mla-new mla-good mla8 mla9 authortitle authortitle-comp authortitle-ibid authortitle-icomp authortitle-terse authortitle-tcomp authortitle-ticomp"],
  ["natbib-plainnat-author-date", "plainnat abbrvnat unsrtnat rusnat"],
  ["nature", "nature naturemag sn-nature"],
  ["oscola", "oscola"],
  ["pnas", "pnas pnas-new pnas2009 pnas2011 pnas-sample"],
  ["plos", "plos plos2009 plos2015"],
  ["royal-society-of-chemistry", "rsc chem-rsc"],
  ["science", "science scicite scisample"],
  ["sage-harvard", "sageh"],
  ["society-of-biblical-literature-fullnote-bibliography", "sbl"],
  ["spie-proceedings", "spiebib spiejour"],
  ["springer-basic-author-date", "spbasic spbasic_updated spbasic-fs sn-basic"],
  ["springer-lecture-notes-in-computer-science", "splncs splncs03 splncs04 splncs04nat lncs llncs"],
  ["springer-mathphys-brackets", "spmpsci spmpscinat sn-mathphys sn-mathphys-num"],
  ["springer-physics-brackets", "spphys sn-aps"],
  ["taylor-and-francis-chicago-author-date", "tfcad tfs"],
  ["taylor-and-francis-council-of-science-editors-author-date", "tfcse"],
  ["taylor-and-francis-national-library-of-medicine", "tfnlm"],
  ["the-astrophysical-journal", "apj aasjournal aa mnras mn2e"],
  ["the-new-england-journal-of-medicine", "nejm"],
  ["the-optical-society", "osajnl osa osajnl2 opticajnl ol"],
  ["unified-style-sheet-for-linguistics", "unified unified-biblatex linquiry linquiry2"],
  ["vancouver", "vancouver wileyj vancouver-authoryear nlm icmje biblatex-vancouver wileynjd-vancouver"],
];

const nearest: ReadonlyMap<string, string> = new Map(nearStyles.flatMap(([style, names]) => names.split(" ").map((name) => [name, style] as const)));

/** natbib's styles print author and year, and numbers where the package is told so. */
const numberedNatbib: ReadonlyMap<string, string> = new Map([
  ["plainnat", "elsevier-with-titles-alphabetical"], ["abbrvnat", "elsevier-with-titles-alphabetical"],
  ["unsrtnat", "elsevier-with-titles"], ["rusnat", "gost-r-7-0-5-2008-numeric"],
]);

/** What prints like `\bibliographystyle{name}`; a path in front of the name and the case of letters do not matter. */
export function nearBibtexStyle(name: string, isNumbered: boolean): string | undefined {
  const base = name.trim().replace(/^.*\//, "").replace(/\.bst$/i, "").toLowerCase();
  return (isNumbered ? numberedNatbib.get(base) : undefined) ?? nearest.get(base);
}

/** What prints like a style of BibLaTeX; `ext-numeric` of biblatex-ext prints like `numeric`. Unsorted lists number in order of citation. */
export function nearBiblatexStyle(name: string, isUnsorted: boolean): string | undefined {
  const base = name.trim().toLowerCase().replace(/^ext-/, "");
  return isUnsorted && base.startsWith("numeric") ? nearest.get("unsrt") : nearest.get(base);
}
