/**
 * English words that carry no topic: articles, pronouns, auxiliaries, prepositions and the words questions are made of.
 * Words that change a rule's meaning (`not`, `no`, `before`, `after`, `without`) are left out on purpose.
 */
export const englishStopWords: ReadonlySet<string> = new Set(
  `a about all also am an and any anyone are as at be been being but by can could did do does doing done each either
  for from get gets getting give given go goes going got had has have having he help her here hers him his how i if in
  into is it its itself just kindly know let like many may me might mine much must my need needs of off on one or other
  our ours out over own please possible shall she should so some someone something tell than thank thanks that the
  their them then there these they thing things this those through to too under until up upon us use want wants was
  we were what when where which while who whom whose why will with within would you your yours`.split(/\s+/u),
);

/**
 * Chinese words questions are made of. They are cut out of a question before it is split into bigrams, longest first,
 * so that `怎么申请休假` is searched as `申请休假`.
 */
export const chineseQuestionWords: readonly string[] = [
  '什么时候',
  '多长时间',
  '请问一下',
  '为什么',
  '怎么样',
  '怎么办',
  '是不是',
  '有没有',
  '能不能',
  '可不可以',
  '需不需要',
  '多少',
  '多久',
  '什么',
  '怎么',
  '怎样',
  '如何',
  '哪些',
  '哪个',
  '哪里',
  '哪儿',
  '哪位',
  '哪种',
  '几个',
  '几天',
  '是否',
  '请问',
  '可以',
  '能否',
  '告诉',
  '想知道',
  '我们',
  '你们',
  '我想',
  '一下',
  '谁',
  '我',
  '你',
  '您',
  '几',
  '吗',
  '呢',
].toSorted((left, right) => right.length - left.length);

/** Chinese particles: no bigram crosses them, in texts as in questions. */
export const chineseParticles = /[的了着吗呢吧啊呀嘛]/gu;
