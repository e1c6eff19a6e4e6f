import type { EntityFamily } from '../rule.ts';

/** Sexual orientation: a special category of personal data (GDPR article 9). */
export const sexualOrientation: EntityFamily = {
  types: [
    {
      id: 'SEXUAL_ORIENTATION',
      label: 'ORIENT',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context:
        'sexual orientation|sexuality|came out as|comes out as|性取向|性倾向|出柜|he is|she is|i am|he was|she was|identifies as|他是|她是|我是|本人'.split(
          '|',
        ),
    },
  ],
  rules: [
    {
      id: 'orientation-zh',
      type: 'SEXUAL_ORIENTATION',
      kind: 'list',
      locale: 'CN',
      words:
        '同性恋者|同性恋|双性恋者|双性恋|异性恋者|异性恋|泛性恋|无性恋|男同|女同|男同性恋|女同性恋'.split(
          '|',
        ),
      validator: 'list, context',
      score: 0.75,
      context: 'required',
      tests: { found: ['性取向：⟦双性恋⟧', '他是⟦同性恋⟧'], ignored: ['同性恋婚姻法', '异性'] },
    },
    {
      id: 'orientation-en',
      type: 'SEXUAL_ORIENTATION',
      kind: 'list',
      locale: 'en',
      words: [
        'gay',
        'lesbian',
        'bisexual',
        'homosexual',
        'heterosexual',
        'pansexual',
        'asexual',
        'queer',
        'straight',
      ],
      validator: 'list, context',
      score: 0.7,
      context: 'required',
      tests: {
        found: ['Sexual orientation: ⟦bisexual⟧', 'She came out as ⟦lesbian⟧'],
        ignored: ['straight lines', 'gay pride parade'],
      },
    },
    {
      id: 'orientation-out-zh',
      type: 'SEXUAL_ORIENTATION',
      kind: 'list',
      locale: 'CN',
      words: [
        '向家人出柜',
        '向父母出柜',
        '公开出柜',
        '被迫出柜',
        '已出柜',
        '未出柜',
        '同妻',
        '同性伴侣',
        '同性恋人',
      ],
      validator: 'set phrases',
      score: 0.65,
      context: 'free',
      tests: { found: ['他去年⟦向父母出柜⟧', '与⟦同性伴侣⟧同住'], ignored: ['新品出柜', '伴侣'] },
    },
  ],
};
