import type { Artefact, Modality, Role } from '../framework/index.js'

/** Columns of a row, in order. `M0` has no column of its own: R-33 makes it from M3 (`matrix.ts`). */
export const COLUMNS = ['M1', 'M2', 'M3', 'M4', 'M5'] as const satisfies readonly Modality[]

/**
 * The permission matrix: 10 roles × 5 modalities × 9 artefacts, before the amendments of `amendments.ts`.
 *
 *   V view · v view the published version · C comment · S suggest · E edit · e edit what is one's own or assigned ·
 *   A approve, counted for one's side · A1 approve at the design gate only · o opinion, recorded and not counted ·
 *   G sign · M manage one's side's members (comments: moderate) · P publish · p publish one's own part ·
 *   W withdraw or refuse for one's side · w withdraw one's own contribution or consent
 *
 * The paragraphs each cell rests on are in `ground.ts`. A changed letter breaks the pinned counts and digest in `cells.spec.ts`.
 */
export const CELLS: Readonly<Record<Artefact, Readonly<Record<Role, string>>>> = {
  PROF: {
    //    M1        M2        M3        M4        M5
    CIT: 'VCSw      VCSw      VCSw      VCSw      VCSw',
    COM: 'VCSEAMPW  VCSEAMPW  VCSEAMPW  VCSeAMW   VCSeAMW',
    CSO: 'VCSEAMPW  VCSEAMPW  VCSEAMPW  VCSeAMW   VCSeAMW',
    NSO: 'VC        VCSeoMW   VCSEAMPW  VCSEAMPW  VCSeoMW',
    OSA: 'VC        VCSeoMW   VCSEAMPW  VCSeoMW   VCSeoMW',
    OTH: 'VC        VCSeoMW   VCSeoMW   VCSeoMW   VCSEAMPW',
    FAC: 'VCSe      VCSe      VCSe      VCSe      VCSe',
    SEC: 'vC        vC        vC        vC        vC',
    OBS: 'V         V         V         V         V',
    GST: 'v         v         v         v         v'
  },
  OBJ: {
    //    M1       M2       M3       M4       M5
    CIT: 'VCSEw    VCSEw    VCSEw    VCSEw    VCSEw',
    COM: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSEAW   VCSEAW',
    CSO: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSEAW   VCSEAW',
    NSO: 'VC       VCSo     VCSEAPW  VCSEAPW  VCSo',
    OSA: 'VC       VCSo     VCSEAPW  VCSo     VCSo',
    OTH: 'VC       VCSo     VCSo     VCSo     VCSEAPW',
    FAC: 'VCSe     VCSe     VCSe     VCSe     VCSe',
    SEC: 'v        v        v        v        v',
    OBS: 'V        V        V        V        V',
    GST: 'vC       vC       vC       vC       vC'
  },
  METH: {
    //    M1       M2       M3       M4        M5
    CIT: 'VCSEw    VCSEw    VCSEw    VCSew     VCSew',
    COM: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSeA1oW  VCSeA1oW',
    CSO: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSeA1oW  VCSeA1oW',
    NSO: 'VC       VCSeo    VCSEAPW  VCSEAPW   VCSeo',
    OSA: 'VC       VCSeo    VCSEAPW  VCSeo     VCSeo',
    OTH: 'VC       VCSeo    VCSeo    VCSeo     VCSEAPW',
    FAC: 'VCSe     VCSe     VCSe     VCSe      VCSe',
    SEC: 'v        v        v        v         v',
    OBS: 'V        V        V        V         V',
    GST: 'vC       vC       vC       vC        vC'
  },
  PRIN: {
    //    M1       M2       M3       M4       M5
    CIT: 'VCSew    VCSew    VCSew    VCSew    VCSew',
    COM: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSeApW  VCSeApW',
    CSO: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSeApW  VCSeApW',
    NSO: 'v        VCSeop   VCSEAPW  VCSEAPW  VCSeop',
    OSA: 'v        VCSeop   VCSEAPW  VCSeop   VCSeop',
    OTH: 'v        VCSeop   VCSeop   VCSeop   VCSEAPW',
    FAC: 'VCSe     VCSe     VCSe     VCSe     VCSe',
    SEC: 'v        v        v        v        v',
    OBS: 'V        V        V        V        V',
    GST: 'vC       vC       vC       vC       vC'
  },
  DSA: {
    //    M1        M2        M3        M4        M5
    CIT: 'VCSw      VCSw      VCSw      VCSw      VCSw',
    COM: 'VCSEAGPW  VCSEAGPW  VCSEAGPW  VCSEAGW   VCSEAGW',
    CSO: 'VCSEAGPW  VCSEAGPW  VCSEAGPW  VCSEAGW   VCSEAGW',
    NSO: 'VCSGW     VCSeoGW   VCSEAGPW  VCSEAGPW  VCSeoGW',
    OSA: 'VCSGW     VCSeoGW   VCSEAGPW  VCSeoGW   VCSeoGW',
    OTH: 'VCSGW     VCSeoGW   VCSeoGW   VCSeoGW   VCSEAGPW',
    FAC: 'VCe       VCe       VCe       VCe       VCe',
    SEC: 'v         v         v         v         v',
    OBS: 'v         v         v         v         v',
    GST: 'v         v         v         v         v'
  },
  TASK: {
    //    M1        M2        M3        M4        M5
    CIT: 'VCSew     VCSew     VCSew     VCSew     VCSew',
    COM: 'VCSEAMPW  VCSEAMPW  VCSEAMPW  VCSEAMW   VCSEAMW',
    CSO: 'VCSEAMPW  VCSEAMPW  VCSEAMPW  VCSEAMW   VCSEAMW',
    NSO: 'VCe       VCSeoW    VCSEAMPW  VCSEAMPW  VCSeoW',
    OSA: 'VCe       VCSeoW    VCSEAMPW  VCSeoW    VCSeoW',
    OTH: 'VCe       VCSeoW    VCSeoW    VCSeoW    VCSEAMPW',
    FAC: 'VCSe      VCSe      VCSe      VCSe      VCSe',
    SEC: 'vCe       vCe       vCe       vCe       vCe',
    OBS: 'V         V         V         V         V',
    GST: 'v         v         v         v         v'
  },
  COMM: {
    //    M1      M2      M3      M4      M5
    CIT: 'VCSew   VCSew   VCSew   VCSew   VCSew',
    COM: 'VCSeMW  VCSeMW  VCSeMW  VCSeMW  VCSeMW',
    CSO: 'VCSeMW  VCSeMW  VCSeMW  VCSeMW  VCSeMW',
    NSO: 'VCe     VCSew   VCSeMW  VCSeMW  VCSew',
    OSA: 'VCe     VCSew   VCSeMW  VCSew   VCSew',
    OTH: 'VCe     VCSew   VCSew   VCSew   VCSeMW',
    FAC: 'VCSeM   VCSeM   VCSeM   VCSeM   VCSeM',
    SEC: 'vC      vC      vC      vC      vC',
    OBS: 'VCe     VCe     VCe     VCe     VCe',
    GST: 'vC      vC      vC      vC      vC'
  },
  APPR: {
    //    M1      M2      M3      M4      M5
    CIT: 'VCSo    VCSo    VCSo    VCSo    VCSo',
    COM: 'VCSAPW  VCSAPW  VCSAPW  VCSAW   VCSAW',
    CSO: 'VCSAPW  VCSAPW  VCSAPW  VCSAW   VCSAW',
    NSO: 'v       VCSo    VCSAPW  VCSAPW  VCSo',
    OSA: 'v       VCSo    VCSAPW  VCSo    VCSo',
    OTH: 'v       VCSo    VCSo    VCSo    VCSAPW',
    FAC: 'VCS     VCS     VCS     VCS     VCS',
    SEC: 'v       v       v       v       v',
    OBS: 'V       V       V       V       V',
    GST: 'v       v       v       v       v'
  },
  PUBL: {
    //    M1       M2       M3       M4       M5
    CIT: 'VCSw     VCSw     VCSw     VCSw     VCSw',
    COM: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSeAW   VCSeAW',
    CSO: 'VCSEAPW  VCSEAPW  VCSEAPW  VCSeAW   VCSeAW',
    NSO: 'v        VCSeoW   VCSEAPW  VCSEAPW  VCSeoW',
    OSA: 'v        VCSeoW   VCSEAPW  VCSeoW   VCSeoW',
    OTH: 'v        VCSeoW   VCSeoW   VCSeoW   VCSEAPW',
    FAC: 'VC       VC       VC       VC       VC',
    SEC: 'v        v        v        v        v',
    OBS: 'V        V        V        V        V',
    GST: 'v        v        v        v        v'
  }
}
