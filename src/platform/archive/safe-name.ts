const longest = 60

/**
 * A file's name out of any text: lower-case ASCII letters, digits and dashes only, so that every system can keep it and
 * none takes it for a path, a device or the same name in other letters. Numbers in front tell two alike apart.
 */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  return plain || 'file'
}

/** `papers/003-fee-receipt.pdf`: the place in its folder (from 1) comes first, so that no two are one. */
export const numberedPath = (folder: string, place: number, name: string, extension: string): string =>
  `${folder}/${String(place).padStart(3, '0')}-${safeName(name)}.${extension}`
