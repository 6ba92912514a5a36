import type { Route } from '../../src/platform/http/page.ts'

/** Sentences about routes that do not say who may open them, or what they leave in the record. */
export const routeFaults = (routes: readonly Route[]): string[] =>
  routes.flatMap((route) => {
    const pattern = route.path?.pattern ?? 'a route'
    const { access, audit } = route as Partial<Route>
    return [
      typeof access?.check === 'function' && access.name ? [] : [`${pattern} does not declare its access`],
      audit && ('records' in audit ? audit.records.length > 0 : audit.nothing.length > 8)
        ? []
        : [`${pattern} does not declare its audit`],
    ].flat()
  })

const builtIn = new Set(['platform.refusal.not-allowed', 'not-allowed', 'too-many-attempts'])

/** A form whose operation can refuse says where each refusal is shown. */
export const refusalFaults = (routes: readonly Route[]): string[] =>
  routes.flatMap((route) => {
    if (route.kind === 'endpoint' || !route.submit) return []
    const { operation, shows } = route.submit as {
      operation: { refusals: readonly string[] }
      shows: Record<string, unknown>
    }
    const unshown = operation.refusals.filter((refusal) => !builtIn.has(refusal) && shows[refusal] === undefined)
    return unshown.map((refusal) => `${route.path.pattern} does not show “${refusal}”`)
  })

type Paths = Readonly<Record<string, { pattern: string }>>

/** Addresses that a builder can make and nothing serves, unless they are known to wait for their page. */
export function unserved(
  paths: Paths,
  routes: readonly Route[],
  notServedYet: Readonly<Record<string, string>>,
): string[] {
  const served = new Set(routes.map(({ path }) => path.pattern))
  return Object.values(paths).flatMap(({ pattern }) =>
    served.has(pattern) || pattern in notServedYet ? [] : [`${pattern} is not served`],
  )
}
