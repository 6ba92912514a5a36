import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'

/**
 * An S3 server in a process of its own, over the folder that is its one argument; prints its port. Three things that S3
 * promises and the package leaves out are added: an object is there whole or not at all, an upload can be aborted, and
 * a bucket is listed page by page at the address that today's clients sign.
 */
const [folder = ''] = process.argv.slice(2)
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: folder,
  configureBuckets: [{ name: 'papers' }],
})

const { store } = server
const putContent = store.putContent.bind(store)
store.putContent = async (path, content) => {
  const draft = `${path}.draft`
  try {
    const written = await putContent(draft, content)
    await rename(draft, path)
    return written
  } catch (fault) {
    await rm(draft, { force: true })
    throw fault
  }
}

server.middleware.unshift(async (context, next) => {
  const id = context.query.uploadId
  if (context.method !== 'DELETE' || !/^[0-9a-f]{32}$/.test(String(id))) return next()
  const [bucket = ''] = context.path.split('/').filter(Boolean)
  await rm(join(store.getResourcePath(bucket, undefined, 'uploads'), String(id)), { recursive: true })
  context.status = 204
})

const pageMost = 2

server.middleware.unshift(async (context, next) => {
  if (context.method !== 'GET' || context.query['list-type'] !== '2') return next()
  const asked = { prefix: String(context.query.prefix ?? ''), startAfter: String(context.query['continuation-token'] ?? ''), maxKeys: pageMost }
  const { objects, isTruncated } = await store.listObjects(context.path.split('/')[1] ?? '', asked)
  const rows = objects.map(({ key, lastModifiedDate }) => `<Contents><Key>${key}</Key><LastModified>${lastModifiedDate.toISOString()}</LastModified></Contents>`)
  const token = isTruncated ? `<NextContinuationToken>${objects.at(-1)?.key}</NextContinuationToken>` : ''
  context.body = `<?xml version="1.0"?><ListBucketResult>${rows.join('')}<IsTruncated>${isTruncated}</IsTruncated>${token}</ListBucketResult>`
})

const { port } = await server.run()
console.log(port)
