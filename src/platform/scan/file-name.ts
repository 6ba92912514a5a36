const charactersMax = 120

// Controls, and marks that hide or reorder text: `photo\u202Efdp.exe` would read `photoexe.pdf`.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i

/**
 * The name of an uploaded file as it may be shown and offered for download: the last part of a path, without hidden or
 * reordering characters and those that file systems reserve, 120 characters at most with its ending kept. Undefined
 * when nothing is left to call it by.
 */
export function cleanFileName(raw: string): string | undefined {
  const lastPart = raw.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = lastPart
    .replace(hidden, '')
    .replace(/[<>:"|?*\ufffd]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (!/[\p{L}\p{N}]/u.test(name) || deviceName.test(name)) return undefined
  return shortened(name)
}

/** The ending of a name in lower case, without its dot; empty when it has none. */
export const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

function shortened(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= charactersMax) return name
  const ending = endingOf(name)
  const tail = ending ? `.${ending}` : ''
  return `${characters.slice(0, charactersMax - tail.length).join('').trimEnd()}${tail}`
}
