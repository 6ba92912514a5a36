export { anyone as filer } from '../../platform/http/visit.ts'
