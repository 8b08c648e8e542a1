/** What can be typed on the account page; also the ids of the controls. */
export type SettingField = 'name' | 'oldPassword' | 'newPassword' | 'otherPassword';

/** What a form of the account page shows after it was refused: sentences at fields, or one above them. */
export type SettingContent = {
  problems: { field: SettingField; sentence: string }[];
  refusal: string | null;
  /** The name as it was typed, to be corrected; null before anything was sent. */
  name: string | null;
};

export type SettingAction = (previous: SettingContent, form: FormData) => Promise<SettingContent>;
