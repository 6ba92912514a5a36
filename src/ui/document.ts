import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Writes a whole page: the doctype and the rendered `<html>` element. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
