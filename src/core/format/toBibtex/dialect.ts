export type Dialect = "bibtex" | "biblatex";
