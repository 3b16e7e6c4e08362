/** The `AccessService` for open connections whose rights have changed: it waits behind nobody's page. */
export const PRESSING_ACCESS = Symbol('pressing access')
