/** In a stylesheet's place where nothing is drawn (`jest.config.mjs`). */
export {}
