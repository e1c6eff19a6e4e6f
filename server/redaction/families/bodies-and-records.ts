import { type EntityFamily, type Span, wholeMatch } from '../rule.ts';

/** Biometric references and criminal records (GB/T 45574, GDPR articles 9 and 10). */
export const bodiesAndRecords: EntityFamily = {
  types: [
    {
      id: 'BIOMETRIC',
      label: 'BIOMETRIC',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: (
        'biometric|biometrics|fingerprint template|fingerprint hash|face template|face embedding|faceprint|face id|iris code|iris template|voiceprint id|' +
        'enrolled|enrolment|enrollment|captured|collected|patient|suspect|suspect’s|employee|' +
        '生物识别|生物特征|指纹模板|指纹特征|指纹编号|人脸特征|人脸特征值|人脸id|虹膜编码|声纹id|采集|录入|提取|比对|本人|嫌疑人|员工|dna编号|基因型'
      ).split('|'),
    },
    {
      id: 'CRIMINAL_RECORD',
      label: 'CRIMINAL',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: (
        'criminal record|criminal history|conviction|convictions|convicted|offence|offense|charged|arrested|defendant|probation|' +
        '犯罪记录|前科|违法犯罪记录|被告|被告人|罪犯|嫌疑人|曾因|因犯|无犯罪记录'
      ).split('|'),
    },
  ],
  rules: [
    {
      id: 'biometric-template',
      type: 'BIOMETRIC',
      kind: 'label',
      validator: 'hexadecimal or Base64 template of 16 characters or more, context',
      score: 0.85,
      value: /[A-Za-z0-9+/=_-]{16,512}/y,
      accept: templateFound,
      tests: {
        found: [
          'fingerprint template: ⟦9f86d081884c7d659a2feaa0c55ad015⟧',
          '人脸特征值：⟦a3B9xK2mQ7pL5vT8wZ1cR4⟧',
        ],
        ignored: ['fingerprint template: internationalisation', '指纹模板：无'],
      },
    },
    {
      id: 'biometric-zh',
      type: 'BIOMETRIC',
      kind: 'list',
      locale: 'CN',
      words:
        '指纹|掌纹|人脸|人脸图像|人脸信息|面部特征|面部识别|虹膜|声纹|步态特征|静脉纹路|视网膜|耳廓特征|dna样本|基因序列|基因检测结果|唾液样本'.split(
          '|',
        ),
      validator: 'list, somebody or a reading close by',
      score: 0.6,
      context: 'required',
      tests: { found: ['已采集员工⟦指纹⟧', '嫌疑人的⟦dna样本⟧'], ignored: ['指纹锁促销', '虹膜结构'] },
    },
    {
      id: 'biometric-en',
      type: 'BIOMETRIC',
      kind: 'list',
      locale: 'en',
      words: (
        'fingerprint|fingerprints|thumbprint|palm print|facial scan|face scan|facial image|retina scan|retinal scan|iris scan|voiceprint|voice print|' +
        'dna sample|dna profile|genetic data|gait pattern|vein pattern|hand geometry'
      ).split('|'),
      validator: 'list, somebody or a reading close by',
      score: 0.6,
      context: 'required',
      tests: {
        found: ['We collected her ⟦fingerprints⟧', 'the suspect’s ⟦DNA profile⟧'],
        ignored: ['fingerprint locks on sale', 'browser fingerprint'],
      },
    },
    {
      id: 'biometric-genotype',
      type: 'BIOMETRIC',
      kind: 'pattern',
      validator: 'dbSNP number and genotype',
      score: 0.8,
      context: 'free',
      needs: 'rs',
      pattern: /rs\d{3,10} ?[(:]? ?\(?[ACGT] ?[;/] ?[ACGT]\)?/g,
      accept: wholeMatch,
      tests: {
        found: ['carries ⟦rs429358 (C;T)⟧', '基因型⟦rs7412:C/T⟧'],
        ignored: ['rs485 (A;B)', 'rs232 port'],
      },
    },
    {
      id: 'criminal-zh',
      type: 'CRIMINAL_RECORD',
      kind: 'list',
      locale: 'CN',
      words: (
        '有前科|有犯罪前科|有犯罪记录|犯罪前科|刑满释放|刑满释放人员|被判刑|被判处|判处缓刑|缓刑考验期|取保候审|被刑事拘留|被行政拘留|被逮捕|假释期间|' +
        '社区矫正|社区矫正对象|戒毒人员|强制戒毒|吸毒史|累犯|在逃人员|服刑人员|正在服刑'
      ).split('|'),
      validator: 'list',
      score: 0.7,
      context: 'free',
      tests: { found: ['该员工⟦有前科⟧', '2019年⟦刑满释放⟧'], ignored: ['无前科技背景', '预科'] },
    },
    {
      id: 'criminal-sentence-zh',
      type: 'CRIMINAL_RECORD',
      kind: 'list',
      locale: 'CN',
      words: ['有期徒刑', '拘役', '管制', '无期徒刑', '死刑缓期'],
      validator: 'kind of sentence and its term',
      score: 0.75,
      context: 'free',
      accept: sentenceFound,
      tests: { found: ['判处⟦有期徒刑三年六个月⟧', '⟦拘役四个月⟧'], ignored: ['有期徒刑的规定', '交通管制'] },
    },
    {
      id: 'criminal-offence-zh',
      type: 'CRIMINAL_RECORD',
      kind: 'list',
      locale: 'CN',
      words: (
        '盗窃罪|诈骗罪|故意伤害罪|抢劫罪|贩卖毒品罪|危险驾驶罪|交通肇事罪|贪污罪|受贿罪|行贿罪|挪用公款罪|职务侵占罪|非法吸收公众存款罪|' +
        '集资诈骗罪|寻衅滋事罪|强奸罪|故意杀人罪|非法经营罪|信用卡诈骗罪|开设赌场罪|帮助信息网络犯罪活动罪|掩饰、隐瞒犯罪所得罪|聚众斗殴罪|敲诈勒索罪|酒驾|醉驾'
      ).split('|'),
      validator: 'offences, a person before a court close by',
      score: 0.65,
      context: 'required',
      tests: { found: ['因犯⟦盗窃罪⟧', '被告人犯⟦危险驾驶罪⟧'], ignored: ['盗窃罪的构成要件', '罪名'] },
    },
    {
      id: 'criminal-en',
      type: 'CRIMINAL_RECORD',
      kind: 'list',
      locale: 'en',
      words: (
        'convicted of|convicted felon|felony conviction|misdemeanor conviction|prior conviction|prior convictions|criminal conviction|served time|' +
        'on parole|on probation|released from prison|registered sex offender|pleaded guilty to|pled guilty to|has a criminal record|was incarcerated|' +
        'rap sheet|outstanding warrant|arrest warrant|was jailed|was imprisoned'
      ).split('|'),
      validator: 'set phrases',
      score: 0.7,
      context: 'free',
      accept: offenceFound,
      tests: {
        found: ['He was ⟦convicted of burglary⟧ in 2014', 'She is ⟦on probation⟧'],
        ignored: ['convict history', 'parole board rules'],
      },
    },
    {
      id: 'criminal-sentence-en',
      type: 'CRIMINAL_RECORD',
      kind: 'list',
      locale: 'en',
      words: ['sentenced to'],
      validator: 'term of a sentence',
      score: 0.75,
      context: 'free',
      accept: termFound,
      tests: {
        found: ['was ⟦sentenced to 18 months in prison⟧', '⟦sentenced to life imprisonment⟧'],
        ignored: ['sentenced to boredom', 'the sentence'],
      },
    },
  ],
};

/** A word is no template: it mixes digits and letters. */
function templateFound(match: RegExpExecArray): Span | undefined {
  return /\d/.test(match[0]) && /[A-Za-z]/.test(match[0]) ? wholeMatch(match) : undefined;
}

function sentenceFound({ start, end }: Span, text: string): Span | undefined {
  const term = /^[\d一二三四五六七八九十两]{1,3}(?:年|个月)(?:零?[\d一二三四五六七八九十]{1,2}个月)?/.exec(
    text.slice(end, end + 12),
  );
  if (term !== null) return { start, end: end + term[0].length };
  return /^(?:无期|死刑)/.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** After `of` and `to` the offence belongs to it: one word, or two in set phrases. */
function offenceFound({ start, end }: Span, text: string): Span | undefined {
  if (!/ (?:of|to)$/i.test(text.slice(start, end))) return { start, end };
  const offence =
    /^ [a-z-]{3,20}(?: (?:theft|assault|murder|fraud|driving|manslaughter|possession|robbery|charges?|laundering))?/.exec(
      text.slice(end, end + 70),
    );
  return { start, end: end + (offence === null ? 0 : offence[0].length) };
}

function termFound({ start, end }: Span, text: string): Span | undefined {
  const term =
    /^ (?:\d{1,3}|[a-z]{3,9}) (?:years?|months?|days?|imprisonment|in prison)(?: (?:in|of) (?:prison|jail|imprisonment|probation))?/i.exec(
      text.slice(end, end + 60),
    );
  return term === null ? undefined : { start, end: end + term[0].length };
}
