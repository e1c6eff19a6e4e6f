import { defineTexts } from './define-texts.ts';

export const customRules = defineTexts({
  en: {
    title: 'Custom rules',
    lead: 'Rules that your organisation added in policies/redaction/custom, with their tests as they come out now.',
    try: 'Try rules out',
    emptyTitle: 'No custom rules yet',
    emptyText:
      'Add names of customers, code names of projects or numbers of your own systems: a file in policies/redaction/custom with the words or the pattern, and texts that test it. The files are read when the server starts.',
    exampleFile: 'An example',
    rule: 'Rule',
    type: 'Type',
    finds: 'Finds',
    words: (count: string) => `${count} words`,
    oneWord: '1 word',
    context: 'Only near',
    noContext: 'Anywhere',
    profiles: 'Profiles',
    noProfile: 'None looks for it',
    tests: 'Tests',
    allPassed: (count: string) => `${count} passed`,
    someFailed: (failed: string, count: string) => `${failed} of ${count} not passed`,
    place: (file: string, line: string) => `${file}, line ${line}`,
    line: (line: string) => `Line ${line}`,
    pattern: 'Pattern',
    wordList: 'Words',
    moreWords: (count: string) => `and ${count} more`,
    score: 'Score',
    testsTable: 'Tests of the rule',
    text: 'Text',
    expected: 'Expected',
    outcome: 'Result',
    kinds: { found: 'finds the value', ignored: 'finds nothing' },
    outcomes: {
      passed: 'Passed',
      failed: 'Failed',
      'too-slow': 'Too slow',
      'not-run': 'Not run',
    },
    close: 'Close',
    details: (rule: string) => `Details of ${rule}`,
    openFile: (file: string) => `Open ${file} in the editor`,
    editorTitle: 'Try rules out',
    editorLead:
      'Write or paste a file of rules. It is checked as you type. Nothing is saved, and no log holds it.',
    back: 'Custom rules',
    file: 'Name of the file',
    fileHint: 'A file of the same name is checked as replaced.',
    fileWrong: 'Letters, digits and dashes, ending in .yaml',
    yaml: 'Rules (YAML)',
    sample: 'Sample text',
    sampleHint: 'The rules of this file alone are looked for in it.',
    example: 'Insert the example',
    save: 'Download as a file',
    howToTitle: 'To put it in force',
    howTo: (file: string) =>
      `Rules are policy files, kept under version control and signed off like the others, so they are not saved here. Put the file in policies/redaction/custom/${file} and restart the server: it reads the folder once, at the start.`,
    start: 'Nothing to check yet',
    startText: 'Paste a file of rules, or insert the example.',
    sound: 'The server would load this file',
    soundText: (rules: string, tests: string) => `Rules: ${rules}. Tests passed: ${tests}.`,
    refused: 'The server would not start with this file',
    goToLine: (line: string) => `Go to line ${line}`,
    elsewhere: 'Elsewhere',
    results: 'Rules and tests',
    inSample: 'Found in the sample',
    nothingInSample: 'The rules find nothing in the sample.',
    checking: 'Checking…',
  },
  zh: {
    title: '自定义规则',
    lead: '本单位在 policies/redaction/custom 中添加的规则，并显示其测试当前的结果。',
    try: '试写规则',
    emptyTitle: '还没有自定义规则',
    emptyText:
      '可以添加客户名称、项目代号或内部系统的编号：在 policies/redaction/custom 中放一个文件，写明词语或模式，以及用来测试的文本。服务器启动时读取这些文件。',
    exampleFile: '示例',
    rule: '规则',
    type: '类型',
    finds: '查找内容',
    words: (count: string) => `${count} 个词`,
    oneWord: '1 个词',
    context: '仅在附近有',
    noContext: '任何位置',
    profiles: '方案',
    noProfile: '没有方案查找此类值',
    tests: '测试',
    allPassed: (count: string) => `${count} 项通过`,
    someFailed: (failed: string, count: string) => `${count} 项中 ${failed} 项未通过`,
    place: (file: string, line: string) => `${file} 第 ${line} 行`,
    line: (line: string) => `第 ${line} 行`,
    pattern: '模式',
    wordList: '词语',
    moreWords: (count: string) => `另有 ${count} 个`,
    score: '得分',
    testsTable: '规则的测试',
    text: '文本',
    expected: '期望',
    outcome: '结果',
    kinds: { found: '找到该值', ignored: '什么也不找到' },
    outcomes: { passed: '通过', failed: '未通过', 'too-slow': '太慢', 'not-run': '未运行' },
    close: '关闭',
    details: (rule: string) => `${rule} 的详情`,
    openFile: (file: string) => `在编辑器中打开 ${file}`,
    editorTitle: '试写规则',
    editorLead: '编写或粘贴规则文件，输入时即时检查。不会保存任何内容，日志中也不会出现。',
    back: '自定义规则',
    file: '文件名',
    fileHint: '同名文件按被替换处理。',
    fileWrong: '只能用字母、数字和连字符，以 .yaml 结尾',
    yaml: '规则（YAML）',
    sample: '样例文本',
    sampleHint: '只用此文件中的规则在其中查找。',
    example: '插入示例',
    save: '下载为文件',
    howToTitle: '如何生效',
    howTo: (file: string) =>
      `规则是策略文件，和其他策略一样纳入版本管理并经过审批，因此不在此处保存。请将文件放到 policies/redaction/custom/${file}，然后重启服务器：服务器只在启动时读取一次该文件夹。`,
    start: '还没有可检查的内容',
    startText: '请粘贴规则文件，或插入示例。',
    sound: '服务器可以加载此文件',
    soundText: (rules: string, tests: string) => `规则 ${rules} 条，通过测试 ${tests} 项。`,
    refused: '使用此文件，服务器将无法启动',
    goToLine: (line: string) => `转到第 ${line} 行`,
    elsewhere: '其他位置',
    results: '规则与测试',
    inSample: '在样例中找到',
    nothingInSample: '这些规则在样例中没有找到任何内容。',
    checking: '正在检查…',
  },
});

/** A file that loads as it stands, and a text for it. */
export const rulesExample = defineTexts({
  en: {
    yaml: `types:
  - id: WARD_CODE
    label: WARD
    tier: indirect

rules:
  - id: ward-names
    type: WARD_CODE
    words: [Willow Ward, Juniper Ward]
    tests:
      found:
        - She was moved to ⟦Willow Ward⟧ yesterday.
      ignored:
        - A willow stands in the yard.

  - id: ward-numbers
    type: WARD_CODE
    pattern: '\\bW-\\d{3}\\b'
    context: [ward, bed]
    tests:
      found:
        - Ward ⟦W-204⟧ is full.
      ignored:
        - Screw W-204 is missing.
`,
    sample: 'Please move the patient from Willow Ward to ward W-117 before noon.',
  },
  zh: {
    yaml: `types:
  - id: WARD_CODE
    label: WARD
    tier: indirect

rules:
  - id: ward-names
    type: WARD_CODE
    words: [青松病区, 白杨病区]
    tests:
      found:
        - 患者昨天转入⟦青松病区⟧。
      ignored:
        - 院子里有一棵青松。

  - id: ward-numbers
    type: WARD_CODE
    pattern: '\\bW-\\d{3}\\b'
    context: [病区, 床位]
    tests:
      found:
        - 病区 ⟦W-204⟧ 已满。
      ignored:
        - 缺少 W-204 号螺丝。
`,
    sample: '请在中午前将患者从青松病区转到病区 W-117。',
  },
});
