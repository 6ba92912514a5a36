// The one file the runner is given: each test file becomes a suite of its own, so that the hooks at its top
// are for its own tests. In one process they would otherwise be for the tests of all files.
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'

for (const { name, file } of JSON.parse(process.env.PORTOLAN_TEST_FILES ?? '[]')) {
  describe(name, async () => {
    await import(pathToFileURL(file).href)
  })
}
