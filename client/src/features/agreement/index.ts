export { AgreementBody } from './agreement-body.js'
