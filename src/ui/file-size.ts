const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in bytes as a person reads it, in the largest unit that leaves a whole number or one decimal: “2.4 MB”. */
export function fileSize(language: string, bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const unit = units[step] ?? 'byte'
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: step < 2 ? 0 : 1 }).format(
    bytes / 1000 ** step,
  )
}
