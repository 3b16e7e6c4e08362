export { ObjectivesBody } from './objectives-body.js'
