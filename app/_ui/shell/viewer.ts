/** Who is looking, as far as a page's frame needs to know. */
export type Viewer = { name: string; handle?: string | null; avatar?: string | null; isCreator?: boolean; isAdmin?: boolean };
