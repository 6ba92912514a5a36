const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/**
 * A size in bytes as a person reads it, in the largest unit that leaves a whole number or one decimal: “2.4 MB”.
 * A limit of whole binary megabytes is said as it was set: 12 × 1024 × 1024 is “12 MB”.
 */
export function fileSize(language: string, bytes: number): string {
  const base = bytes > 0 && bytes % 1024 ** 2 === 0 ? 1024 : 1000
  const step = bytes < base ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(base) + 1e-9))
  return formatOf(language, step).format(bytes / base ** step)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format costs a hundred times what using it does. */
function formatOf(language: string, step: number): Intl.NumberFormat {
  const key = `${language} ${step}`
  const made = formats.get(key) ?? new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    // The short form of “303 bytes” is “303 byte”.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  })
  formats.set(key, made)
  return made
}
