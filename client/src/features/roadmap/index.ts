export { RoadmapBody } from './roadmap-body.js'
