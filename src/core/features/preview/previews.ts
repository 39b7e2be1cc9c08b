import type { Library } from "../../library/library";
import type { ParsedDocument } from "../../model/document";
import type { Disposable, Logger, TextDocument, Uri } from "../../ports";
import type { CitationService } from "../../service";
import { citedItems } from "../citedItems";
import { isCiting } from "../problems";
import { createPage, type FormattedText, type PreviewPage } from "./page";

export interface PreviewsOptions {
  readonly service: Pick<CitationService, "parse" | "library" | "formatDocument" | "onDidChange">;
  readonly logger: Logger;
  /** The open document of a URI. */
  readonly find: (uri: Uri) => TextDocument | undefined;
  /** Renders all previews anew. A request may get lost: `update` asks again. */
  readonly refresh: () => void;
}

/** A document whose page is asked for so often without being rendered has no preview any more. */
const mostRequests = 5;

/**
 * What previews show of citations. Rendering cannot wait, so a page is made of what is at hand; what is missing is fetched, and previews are
 * rendered anew where that changes anything.
 */
export interface Previews extends Disposable {
  /** `undefined` where nothing is cited. */
  readonly page: (uri: Uri) => PreviewPage | undefined;
  /** Looks after what has changed in pages that were shown; for when the service says that something has, or a page has been asked for, as long as a preview is open. */
  readonly update: () => void;
  /** A document was closed. */
  readonly forget: (uri: Uri) => void;
  /** Of how many documents something is kept. */
  readonly count: () => number;
}

interface Preview {
  readonly uri: Uri;
  /** Of the document and of all that it depends on, when its parts were fetched. */
  fetched: string | undefined;
  isFetching: boolean;
  library: Library | undefined;
  isCiting: boolean;
  formatted: FormattedText | undefined;
  /** What was rendered last. */
  shown: PreviewPage | undefined;
  /** How often another rendering has been asked for since. */
  requests: number;
}

export function createPreviews(options: PreviewsOptions): Previews {
  const previews = new CitationPreviews(options);
  return { page: (uri) => previews.page(uri), update: () => previews.update(), forget: (uri) => previews.forget(uri), count: () => previews.count, dispose: () => previews.dispose() };
}

class CitationPreviews {
  readonly #previews = new Map<Uri, Preview>();
  readonly #subscription: Disposable;
  #revision = 0;

  constructor(readonly options: PreviewsOptions) {
    this.#subscription = options.service.onDidChange(() => this.#revision++);
  }

  page(uri: Uri): PreviewPage | undefined {
    const document = this.options.find(uri);
    if (document === undefined || this.options.service.parse(document)?.language !== "markdown") return undefined;
    const preview = this.#previews.get(uri) ?? { uri, fetched: undefined, isFetching: false, library: undefined, isCiting: false, formatted: undefined, shown: undefined, requests: 0 };
    this.#previews.set(uri, preview);
    preview.shown = this.#pageNow(preview, document);
    preview.requests = 0;
    this.#startFetching(preview);
    return preview.shown;
  }

  update(): void {
    for (const preview of this.#previews.values()) {
      if (this.options.find(preview.uri) === undefined) this.#previews.delete(preview.uri);
      else if (preview.isFetching || this.#unfetched(preview) !== undefined) this.#startFetching(preview);
      else this.#refreshIfChanged(preview);
    }
  }

  forget(uri: Uri): void {
    // one that is given another language is closed and opened at once
    if (this.options.find(uri) === undefined) this.#previews.delete(uri);
  }

  get count(): number {
    return this.#previews.size;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#previews.clear();
  }

  #pageNow(preview: Preview, document: TextDocument): PreviewPage | undefined {
    const parsed = this.options.service.parse(document);
    return parsed === undefined || !preview.isCiting ? undefined : createPage(document.getText(), parsed, preview);
  }

  #startFetching(preview: Preview): void {
    if (preview.isFetching) return;
    preview.isFetching = true;
    void this.#fetch(preview).finally(() => preview.isFetching = false);
  }

  /** Until what was fetched is of the newest state; a state that fails is not tried again. */
  async #fetch(preview: Preview): Promise<void> {
    for (let document = this.#unfetched(preview); document !== undefined; document = this.#unfetched(preview)) {
      preview.fetched = this.#stateOf(document);
      try {
        await this.#fetchParts(preview, document);
      } catch (error) {
        this.options.logger.error(`The citations of ${preview.uri} could not be formatted for the preview.`, error);
      }
    }
  }

  /** The document of a preview that is still wanted, where its parts are not of its newest state. */
  #unfetched(preview: Preview): TextDocument | undefined {
    const document = this.#previews.get(preview.uri) === preview ? this.options.find(preview.uri) : undefined;
    return document !== undefined && preview.fetched !== this.#stateOf(document) ? document : undefined;
  }

  #stateOf({ version }: TextDocument): string {
    return `${version}:${this.#revision}`;
  }

  async #fetchParts(preview: Preview, document: TextDocument): Promise<void> {
    const { service } = this.options;
    const text = document.getText();
    const parsed = service.parse(document);
    const { library, scope } = await service.library(document);
    preview.isCiting = parsed !== undefined && (parsed.citesEverything || isCiting(citedItems(parsed, library), { library, scope }));
    preview.library = library;
    // Formatting takes long the first time; plain words are better than keys until then.
    if (preview.formatted === undefined) this.#refreshIfChanged(preview);
    const references = preview.isCiting ? await service.formatDocument(document, "html") : undefined;
    preview.formatted = references && { text, references };
    this.#refreshIfChanged(preview);
  }

  #refreshIfChanged(preview: Preview): void {
    const document = this.#previews.get(preview.uri) === preview ? this.options.find(preview.uri) : undefined;
    if (document === undefined || preview.requests === mostRequests) return;
    if (isSamePage(this.#pageNow(preview, document), preview.shown, this.options.service.parse(document))) return;
    preview.requests++;
    this.options.refresh();
  }
}

function isSamePage(a: PreviewPage | undefined, b: PreviewPage | undefined, document: ParsedDocument | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.references === b.references && a.notes === b.notes && a.referenceSectionTitle === b.referenceSectionTitle
    && (document?.clusters ?? []).every(({ range: { start } }) => a.citation(start) === b.citation(start));
}
