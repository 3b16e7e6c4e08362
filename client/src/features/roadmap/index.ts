import './roadmap.css'

export { RoadmapBody } from './roadmap-body.js'
