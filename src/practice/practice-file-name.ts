/** The file that makes a folder a practice. */
export const practiceFile = "ashlar.yaml";
