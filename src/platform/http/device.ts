import { createRequire } from 'node:module'

type Bowser = typeof import('bowser')

/** Agent strings are longer only where somebody plays with them; a reader of patterns is given no more than this. */
const agentMost = 400

interface Names {
  bowser: Bowser
  browsers: ReadonlySet<string>
  systems: ReadonlySet<string>
}

let loaded: Names | undefined

/** Loaded when a session is first opened: the patterns cost a start more than they are worth to it. */
function names(): Names {
  const bowser = createRequire(import.meta.url)('bowser') as Bowser
  loaded ??= { bowser, browsers: new Set(Object.values(bowser.BROWSER_MAP)), systems: new Set(Object.values(bowser.OS_MAP)) }
  return loaded
}

/**
 * The kind of device a browser says it is, as `<browser>/<system>` such as `Chrome/Android`; either half is empty where
 * it is not known, null where neither is. Only names of the closed lists come out: what a stranger's browser calls
 * itself is never kept, shown or mailed.
 */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null
  const agent = userAgent.slice(0, agentMost)
  const known = devices.get(agent)
  if (known !== undefined) return known
  const device = deviceIn(agent)
  if (devices.size >= devicesMost) devices.clear()
  devices.set(agent, device)
  return device
}

/** Most people come with one of a few agent strings, and reading one costs as much as a page. */
const devices = new Map<string, string | null>()
const devicesMost = 500

function deviceIn(agent: string): string | null {
  const { bowser, browsers, systems } = names()
  const { browser, os } = bowser.parse(agent)
  const browserName = browser.name && browsers.has(browser.name) ? browser.name : ''
  const systemName = os.name && systems.has(os.name) ? os.name : ''
  return browserName || systemName ? `${browserName}/${systemName}` : null
}
