import type { Doubt, MarkShape } from '../../domain/mindmap.ts';

/** The tints of the house, one for each target group. */
export const rooms = ['straw', 'sprout', 'sky', 'clay', 'stone', 'sea', 'moss', 'denim'] as const;
export type Room = (typeof rooms)[number];

/** The sign of who does it. An unknown one has no shape. */
export interface Mark {
  readonly shape: MarkShape | undefined;
  readonly letter: string;
  readonly doubt: Doubt;
  /** For who it may be as well: quieter than who it is. */
  readonly isSmall?: true;
}

/** Behind a label, smaller: who it may be as well, that its place is our reading, or that it is new. */
export type Sign = Mark | 'place' | 'new';

export interface TreeLeaf {
  readonly id: string;
  readonly label: string;
  readonly mark: Mark;
  /** What the mark and the signs say: who does it, how sure that is, what is new. */
  readonly spokenMark: string;
  readonly href: string | undefined;
  readonly signs: readonly Sign[];
  /** Ids to filter by: of the partner and the candidates, and of the group. */
  readonly partners: readonly string[];
  readonly group: string;
}

/** Leaves of one form. Without a title it is the only one of its branch. */
interface TreeColumn {
  readonly title: string | undefined;
  readonly leaves: readonly TreeLeaf[];
}

export interface TreeBranch {
  readonly id: string;
  readonly title: string;
  readonly href: string | undefined;
  readonly room: Room;
  readonly columns: readonly TreeColumn[];
}

/** What stands in the middle. */
export interface TreeCentre {
  readonly title: string;
  readonly short: string | undefined;
  /** The sign of the partner the map is about. */
  readonly mark?: Mark;
  readonly lines: readonly {
    readonly text: string;
    readonly mark?: Mark;
    /** What the mark says, for who listens. */
    readonly spoken?: string;
  }[];
}

/** One map: a centre, its branches, their leaves. Any view of any day is one of these. */
export interface Tree {
  readonly centre: TreeCentre;
  readonly branches: readonly TreeBranch[];
}

/** Every leaf of a tree, in reading order. */
export function leavesOf({ branches }: Tree): TreeLeaf[] {
  return branches.flatMap(({ columns }) => columns.flatMap(({ leaves }) => leaves));
}
