export { PlanBody } from './plan-body.js'
