import './agreement.css'

export { AgreementBody } from './agreement-body.js'
