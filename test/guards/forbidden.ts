import type { SourceFile } from './source-files.ts'

interface Forbidden {
  what: string
  pattern: RegExp
  /** Where it is at home. */
  allowed: RegExp
}

/** Things that have one home each; anywhere else they are a fault. */
const forbidden: readonly Forbidden[] = [
  { what: 'reads the environment', pattern: /\bprocess\.env\b/, allowed: /^src\/config\.ts$/ },
  {
    what: 'reads the clock',
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\(/,
    allowed: /^src\/(platform\/clock|cashier\/clock)\.ts$/,
  },
  {
    what: 'speaks SQL',
    pattern: /\bsql(?:\.raw\(|<[^`]*>`|`)|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\.query\(\s*['"`]/,
    allowed: /^src\/(?:.*-store\.ts$|platform\/db\/)|^src\/cashier\//,
  },
  {
    what: 'writes raw markup',
    pattern: /dangerouslySetInnerHTML/,
    allowed: /^src\/ui\/trusted-markup\.tsx$/,
  },
  { what: 'styles inline (the policy refuses it)', pattern: /\sstyle=\{?["'{]/, allowed: /^src\/platform\/mail\// },
  {
    what: 'keeps something on a device past the list of what is kept (own-cookies.ts)',
    pattern: /reply\.setCookie\(|['"`]set-cookie['"`]|\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker)\b|document\.cookie|\bcaches\.open/i,
    allowed: /^src\/platform\/http\/context\.ts$/,
  },
  { what: 'leaves a note for later', pattern: /\b(?:TODO|FIXME|XXX)\b/, allowed: /^$/ },
]

/** One sentence for each file that does what is at home elsewhere. */
export function forbiddenFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    forbidden.filter(({ pattern, allowed }) => pattern.test(text) && !allowed.test(path)).map(({ what }) => `${path} ${what}`),
  )
}
