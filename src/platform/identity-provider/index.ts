export { type Errand, type IdentityProviderPort, type NotVouched, ProviderAway, type Vouched } from './provider.ts'
export { standInProvider } from './stand-in.ts'
