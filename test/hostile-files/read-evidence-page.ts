import { readFileSync } from 'node:fs'
import { plainText, unescaped } from '../web-client.ts'

const words: Record<string, string> = JSON.parse(readFileSync(new URL('../../messages/en/evidence.json', import.meta.url), 'utf8'))
const values: Record<string, string> = { kinds: 'PDF, JPEG, PNG, or TIFF', most: '12 MB' }

export const hasSentence = (key: string): boolean => key in words

/** The sentence that a person reads for this code, with the values of the demonstration's pack. */
export const sentenceOf = (key: string): string =>
  (words[key] ?? `no words for ${key}`).replace(/\{(\w+)\}/g, (_, name: string) => (name === 'most' && key.endsWith('too-many-pages') ? '200' : (values[name] ?? '')))

export interface FileOnPage {
  id: string
  name: string
  says: string
  /** Where it is downloaded; null while it is not given out. */
  download: string | null
  previews: readonly string[]
  remove: string
}

/** The files that the evidence page lists, as a person sees them. */
export function filesOnPage(html: string): FileOnPage[] {
  return [...html.matchAll(/<li class="evidence-file"[^>]*>([\s\S]*?)<\/li>/g)].map(([, item = '']) => {
    const remove = unescaped(/<form[^>]*action="([^"]*\/remove)"/.exec(item)?.[1] ?? '')
    const previews = [...new Set([...item.matchAll(/href="([^"]*preview[^"]*)"/g)].map(([, href = '']) => unescaped(href)))]
    return {
      id: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/remove)/.exec(remove)?.[0] ?? '',
      name: unescaped(/<bdi>([\s\S]*?)<\/bdi>/.exec(item)?.[1] ?? ''),
      says: plainText(item),
      download: unescaped(/<p class="evidence-name"><a href="([^"]*)"/.exec(item)?.[1] ?? '') || null,
      previews,
      remove,
    }
  })
}

/** What the page says went wrong, above and beside the field. */
export const problemOnPage = (html: string): string => plainText(/<div class="error-summary"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '')
