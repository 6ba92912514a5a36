/** What the tests use of the package, which has no types of its own. */
declare module '@20minutes/s3rver' {
  interface Context {
    method: string
    path: string
    query: Record<string, unknown>
    status: number
    body: unknown
  }
  export default class S3rver {
    constructor(options: {
      port: number
      address: string
      silent: boolean
      directory: string
      configureBuckets: readonly { name: string }[]
    })
    readonly store: {
      putContent(path: string, content: unknown): Promise<unknown>
      listObjects(
        bucket: string,
        options: { prefix: string; startAfter: string; maxKeys: number },
      ): Promise<{ objects: { key: string; lastModifiedDate: Date }[]; isTruncated: boolean }>
      getResourcePath(bucket: string, key: string | undefined, resource: string): string
    }
    readonly middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[]
    run(): Promise<{ port: number }>
  }
}
