/** The version of the product, as its packages say (package.json). */
export const VERSION = '0.1.0'
