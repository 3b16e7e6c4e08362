export { PrinciplesBody } from './principles-body.js'
