/** A song as the player needs it. Plain data, so that server pages can hand it to client components. */
export type Track = {
  id: string;
  title: string;
  artist: string;
  /** The page of the post or release. */
  href: string;
  /** Where the sound is. */
  src: string;
  /** In seconds. */
  duration: number;
  artwork?: string | null;
  /** 0 to 1, any number of them. */
  peaks?: number[];
};
