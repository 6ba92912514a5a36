/** Crockford's base 32: no I, L, O or U, so that a code read aloud or copied from paper survives. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
