import assert from "node:assert/strict";
import { looksLikeBibliography } from "../../../../src/core/bibliography/parseBibliography";

describe("looksLikeBibliography", () => {
  const bibliographies: Readonly<Record<string, string>> = {
    "references": "references:\n- id: a\n  type: book\n  title: A\n",
    "references among other metadata": "---\ntitle: Paper\nlang: en\nreferences:\n- type: article\n  id: a\n  author:\n  - family: Doe\n  title: A\nnocite: '@*'\n...\n",
    "a list alone": "- id: a\n  type: webpage\n  title: A\n  URL: https://example.org\n",
    "a list of references without types": "references:\n- id: a\n  title: A\n  issued: 2001\n",
    "references in braces": "references: [{id: a, type: book, title: A}]",
    "JSON": "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"A\"}]",
    "Hayagriva": "# my sources\na:\n  type: Article\n  title: A\n  author: Doe, Jane\n  parent:\n    type: Periodical\n    title: B\n",
    "Hayagriva with a broken entry first": "a:\n  title: A: b\nb:\n  type: book\n  title: B\n  date: 2001\n",
    "Hayagriva in braces": "a: {type: web, title: A, url: https://example.org}\n",
  };
  const others: Readonly<Record<string, string>> = {
    "a Quarto project": "project:\n  type: website\n  title: Site\nwebsite:\n  title: Site\n  navbar:\n    left:\n      - href: index.qmd\nbibliography: references.bib\n",
    "a Quarto book": "project:\n  type: book\n\nbook:\n  title: \"The Book\"\n  author: \"Jane Doe\"\n  date: \"2001\"\n  chapters:\n    - index.qmd\n",
    "Docker Compose": "services:\n  web:\n    image: nginx\n    ports: ['80:80']\n    volumes:\n      - type: volume\n        source: data\n",
    "a GitHub workflow": "name: CI\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - id: cache\n        uses: actions/cache@v4\n",
    "an issue form": "name: Bug\nbody:\n  - type: textarea\n    id: what\n    attributes:\n      label: What?\n",
    "an issue form as a list": "- type: markdown\n  id: intro\n  title: Hello\n",
    "OpenAPI": "openapi: 3.0.0\ncomponents:\n  schemas:\n    Book:\n      type: object\n      title: Book\n",
    "a Jekyll site": "title: Site\nauthor:\n  name: Jane\ndefaults:\n  - scope:\n      type: posts\n",
    "MkDocs": "site_name: Docs\nnav:\n  - Home: index.md\nplugins:\n  - search\n",
    "a citation file": "cff-version: 1.2.0\ntitle: Software\ntype: software\nauthors:\n  - family-names: Doe\nreferences:\n  - type: article\n    title: A\n    authors:\n      - family-names: Doe\n",
    "translations": "en:\n  title: Title\n  type: Type\nde:\n  title: Titel\n  type: Typ\n",
    "a feed of data": "- id: 1\n  name: One\n- id: 2\n  name: Two\n",
    "Ansible": "- name: install\n  hosts: all\n  tasks:\n    - debug: {msg: hello}\n",
    "Kubernetes": "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ClusterIP\n",
    "nothing": "",
  };
  for (const [name, text] of Object.entries(bibliographies)) it(`is true of ${name}`, () => assert.ok(looksLikeBibliography("file:///a.yml", text)));
  for (const [name, text] of Object.entries(others)) it(`is false of ${name}`, () => assert.ok(!looksLikeBibliography("file:///a.yaml", text)));

  it("goes by the ending where it is a bibliography's own", () => {
    assert.deepEqual(["a.bib", "a.RIS", "a.enw", "a.nbib", "a.txt", "a.json"].map((file) => looksLikeBibliography(`file:///${file}`, "")), [true, true, true, true, false, false]);
  });
});
