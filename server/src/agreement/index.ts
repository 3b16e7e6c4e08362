export { AgreementModule } from './agreement.module.js'
