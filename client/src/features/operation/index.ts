// With these pages alone: nobody else carries their looks.
import './operation.css'

export { HealthPage } from './health/health-page.js'
export { SetUpPages } from './set-up/set-up-pages.js'
