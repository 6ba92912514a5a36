/** Characters of one row, its line breaks and quotes with it. Ten times what the longest filing needs. */
export const rowCharactersMost = 65_536

/** Characters of one cell; no column takes as many. Nothing longer is looked at. */
export const cellCharactersMost = 600

/** Rows of one file: what is remembered of each (its receipt number) stays below a hundred megabytes. */
export const rowsMost = 5_000_000
