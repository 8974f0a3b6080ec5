/** Versions of FOCUS that rows of the lake can be written in, oldest first. */
export const exportedVersions = ["1.0", "1.2", "1.3", "1.4"] as const;
export type ExportedVersion = (typeof exportedVersions)[number];
