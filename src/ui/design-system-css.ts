/** A parsed style sheet: rules with their declarations, and at-rules that hold further rules. */
export type CssNode = { prelude: string; body: string | CssNode[] }

const endOfBlock = (css: string, open: number): number => {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}' && --depth === 0) return at
  }
  throw new Error('The style sheet has a block that never closes')
}

/** Reads compressed CSS (no comments, no braces in strings) into nodes; statements such as `@layer a,b;` have an empty body. */
export function parseCss(css: string): CssNode[] {
  const nodes: CssNode[] = []
  let from = 0
  while (from < css.length) {
    const stop = css.slice(from).search(/[{;]/)
    if (stop < 0) break
    const prelude = css.slice(from, from + stop).trim()
    if (css[from + stop] === ';') {
      nodes.push({ prelude: `${prelude};`, body: '' })
      from += stop + 1
      continue
    }
    const close = endOfBlock(css, from + stop)
    const inside = css.slice(from + stop + 1, close)
    nodes.push({ prelude, body: inside.includes('{') ? parseCss(inside) : inside })
    from = close + 1
  }
  return nodes
}

export const printCss = (nodes: CssNode[]): string =>
  nodes
    .map(({ prelude, body }) => {
      if (prelude.endsWith(';')) return prelude
      return `${prelude}{${typeof body === 'string' ? body : printCss(body)}}`
    })
    .join('')

const splitSelectors = (prelude: string) => prelude.split(/,(?![^(]*\))/)

// States and settings of the design system that no part of ours has.
const neverDrawn = /data-sort|aria-sort|indeterminate|\.width-mobile/

const isUsed = (selector: string, used: ReadonlySet<string>) =>
  !neverDrawn.test(selector) &&
  (selector.match(/usa-[\w-]+/g) ?? []).every((name) => used.has(name))

/** Leaves out every selector that names a class of the design system which no part of ours draws. */
export function keepUsed(nodes: CssNode[], used: ReadonlySet<string>): CssNode[] {
  return nodes.flatMap((node) => {
    // Icons as masks: ours are drawn inline.
    if (/^@supports ?\(mask/.test(node.prelude)) return []
    if (typeof node.body !== 'string') {
      const body = keepUsed(node.body, used)
      return body.length > 0 ? [{ ...node, body }] : []
    }
    if (node.prelude.startsWith('@')) return [node]
    const selectors = splitSelectors(node.prelude).filter((selector) => isUsed(selector, used))
    return selectors.length > 0 && node.body !== '' ? [{ prelude: selectors.join(','), body: node.body }] : []
  })
}

const logicalNames: [RegExp, string][] = [
  [/^(margin|padding)-left$/, '$1-inline-start'],
  [/^(margin|padding)-right$/, '$1-inline-end'],
  [/^border-left(-\w+)?$/, 'border-inline-start$1'],
  [/^border-right(-\w+)?$/, 'border-inline-end$1'],
  [/^left$/, 'inset-inline-start'],
  [/^right$/, 'inset-inline-end'],
]

const logicalName = (name: string) => {
  const found = logicalNames.find(([pattern]) => pattern.test(name))
  return found ? name.replace(found[0], found[1]) : name
}

const logicalValue = (name: string, value: string) =>
  name === 'text-align' || name === 'float' ? value.replace(/^left$/, 'start').replace(/^right$/, 'end') : value

/** Turns left and right into start and end, and drops the design system's pictures: every icon of ours is drawn inline. */
export function declarationsFor(body: string, colours: ReadonlyMap<string, string>): string {
  return body
    .split(/;(?![^(]*\))/)
    .filter((line) => line !== '' && !line.includes('url('))
    .map((line) => {
      const colon = line.indexOf(':')
      const [name, value] = [line.slice(0, colon), line.slice(colon + 1)]
      const themed = value.replace(/#[0-9a-f]{3,8}\b|(?<![-\w])(?:white|black)(?![-\w])/gi, (c) => colours.get(c) ?? c)
      return `${logicalName(name)}:${logicalValue(name, themed)}`
    })
    .join(';')
}

/** Applies `declarationsFor` to every rule of the nodes. */
export function adaptRules(nodes: CssNode[], colours: ReadonlyMap<string, string>): CssNode[] {
  return nodes.map((node) => {
    if (typeof node.body !== 'string') return { ...node, body: adaptRules(node.body, colours) }
    return { ...node, body: declarationsFor(node.body, colours) }
  })
}

/** Trims and adapts the design system's layer; our own layers are left as they were written. */
export function adaptDesignSystem(
  nodes: CssNode[],
  used: ReadonlySet<string>,
  colours: ReadonlyMap<string, string>,
): CssNode[] {
  return nodes.flatMap((node) =>
    node.prelude === '@layer design-system' ? adaptRules(keepUsed([node], used), colours) : [node],
  )
}
