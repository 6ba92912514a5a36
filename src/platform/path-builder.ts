type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

type Params<P extends string> = { [K in ParamNames<P>]: string }
type PathArgs<P extends string> = ParamNames<P> extends never ? [] : [params: Params<P>]

/** An address: called it gives the path, `pattern` is what the router and the logs see. */
export interface PathBuilder<P extends string = string> {
  (...args: PathArgs<P>): string
  readonly pattern: P
}

/** What a path's builder takes, for the pages that read the same names back out of a request. */
export type ParamsOf<B> = B extends PathBuilder<infer P> ? Params<P> : never

export function path<const P extends string>(pattern: P): PathBuilder<P> {
  const build = (params: Record<string, string> = {}) =>
    pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return Object.assign(build as (...args: PathArgs<P>) => string, { pattern })
}
