const longest = 500

/**
 * A path of this site to go on to, or undefined: nobody is led elsewhere through an address of ours (CWE-601), nor back
 * to the pages that sign in and out.
 */
export function ownPath(text: string | undefined): string | undefined {
  if (!text || text.length > longest || !/^\/(?![/\\])[!-~]*$/.test(text) || text.includes('\\')) return undefined
  const url = new URL(text, 'http://portal.invalid')
  // “/..//evil.test” is a path of ours and becomes “//evil.test” once its dots are taken out: another host to a browser.
  if (url.origin !== 'http://portal.invalid' || url.pathname.startsWith('//')) return undefined
  return /^\/(sign-(in|out|up)|session)(\/|$)/.test(url.pathname) ? undefined : `${url.pathname}${url.search}`
}

/** An address of ours that remembers where the person wanted to go. */
export function withNext(path: string, next: string | undefined): string {
  const own = ownPath(next)
  return own ? `${path}?next=${encodeURIComponent(own)}` : path
}
