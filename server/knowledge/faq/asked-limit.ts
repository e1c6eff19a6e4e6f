/** Says that a limit is asked for. Of a text as `spellAlike` gives it. */
export const atMost = /\bat most\b|[最至]多/giu;

const permission =
  /\b(?:can|could|may|allowed|able|possible|permitted)\b|可以|能(?![力源量])|可(?=\p{Script=Han})|允许/iu;
const duty =
  /\b(?:must|ha(?:ve|s) to|need(?:s|ed)?|necessary|required?|requires|mandatory|obliged)\b|必须|需要|须|要不要/iu;
const receiving = /\bgets?\b/iu;

/**
 * Whether both ask for the limit, or neither: whoever asks how many they may have asks for the most, with or without the
 * word.
 */
export function limitAlike(left: string, right: string): boolean {
  const [asksLeft, asksRight] = [saysMost(left), saysMost(right)];
  return asksLeft === asksRight || permission.test(asksLeft ? right : left);
}

function saysMost(text: string): boolean {
  return text.search(atMost) >= 0;
}

/** Whether one asks what somebody must do or bring and the other what they may do or get, in the same words. */
export function isDutyAgainstRight(left: string, right: string): boolean {
  return isOnlyDuty(left) ? hasOnlyRight(right) : isOnlyDuty(right) && hasOnlyRight(left);
}

function isOnlyDuty(text: string): boolean {
  return duty.test(text) && !permission.test(text);
}

function hasOnlyRight(text: string): boolean {
  return !duty.test(text) && (permission.test(text) || receiving.test(text));
}
