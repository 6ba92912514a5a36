import type { Route } from '../../src/platform/http/page.ts'

const methodOf = (route: Route): string | null => {
  if (route.kind === 'endpoint') return route.method === 'GET' || route.method === 'HEAD' ? null : route.method
  return route.kind === 'action' || route.submit ? 'POST' : null
}

/** A form or address that changes something, by the name that the list of rules has for it. */
export interface PostingRoute {
  readonly form: string
  readonly fields: readonly string[]
  readonly isMatch: (path: string) => boolean
}

/** What can be posted to one listener. Of two that fit a path, the one with more of it in words comes first. */
export function postingRoutes(listener: 'portal' | 'office', routes: readonly Route[]): PostingRoute[] {
  return routes
    .flatMap((route) => {
      const method = methodOf(route)
      if (!method) return []
      const { pattern } = route.path as { pattern: string }
      const parts = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`)
      const fields = route.kind === 'endpoint' ? [] : Object.keys(route.fields ?? {})
      return [{ form: [listener, ...(method === 'POST' ? [] : [method]), pattern].join(' '), fields, isMatch: (path: string) => parts.test(path) }]
    })
    .toSorted((one, other) => (one.form.match(/:/g) ?? []).length - (other.form.match(/:/g) ?? []).length)
}
