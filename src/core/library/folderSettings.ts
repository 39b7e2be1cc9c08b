import type { Settings } from "../model/settings";
import type { Uri } from "../ports";
import { isInside } from "../text/uri";

/** The settings that hold for a file: those of the innermost folder that it lies in and that has its own, otherwise those of the window. */
export type SettingsOf = (uri?: Uri) => Settings;

/** Settings of a window and of its folders. */
export interface FolderSettings {
  readonly settings: Settings;
  /** By the URIs of the folders that have their own. */
  readonly folderSettings?: ReadonlyMap<Uri, Settings>;
}

export function settingsOf({ settings, folderSettings = new Map<Uri, Settings>() }: FolderSettings): SettingsOf {
  const innermostFirst = [...folderSettings].sort(([a], [b]) => b.length - a.length);
  return (uri) => (uri === undefined ? undefined : innermostFirst.find(([folder]) => isInside(uri, folder))?.[1]) ?? settings;
}
