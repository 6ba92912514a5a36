import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { charactersOf } from './font-coverage.ts'

const fileOf = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}`))

// In order of preference. A script is added by adding its family here; every weight used must be listed.
const sans = [
  {
    family: 'Noto Sans',
    files: ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf'],
  },
  {
    // Not Noto Sans Arabic: it sets the dots of a letter as marks of their own, and what is copied out loses letters.
    family: 'IBM Plex Sans Arabic',
    files: [
      'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
      'ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf',
    ],
  },
  {
    family: 'Noto Sans Hebrew',
    files: ['noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf', 'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf'],
  },
]
const mono = { family: 'Noto Sans Mono', files: ['noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf'] }

/** The bundled fonts: their files' bytes, family names by use, and the characters they can draw. */
export type Fonts = { blobs: Buffer[]; sans: string[]; mono: string[]; drawable: ReadonlySet<number> }

/** Reads the fonts that ship with the product; the machine's own are never used, so every machine prints alike. */
export function loadFonts(): Fonts {
  const families = sans.map(({ family, files }) => ({ family, blobs: files.map((file) => readFileSync(fileOf(file))) }))
  const drawable = new Set<number>()
  for (const { blobs } of families) {
    for (const character of inEvery(blobs.map(charactersOf))) drawable.add(character)
  }
  return {
    blobs: [...families.flatMap(({ blobs }) => blobs), ...mono.files.map((file) => readFileSync(fileOf(file)))],
    sans: sans.map(({ family }) => family),
    mono: [mono.family, ...sans.map(({ family }) => family)],
    drawable,
  }
}

const inEvery = (sets: Set<number>[]) => sets.reduce((common, next) => common.intersection(next))
