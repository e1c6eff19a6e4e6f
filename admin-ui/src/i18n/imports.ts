import { defineTexts } from './define-texts.ts';

/** What an import has to tell when it is done. */
export const importTexts = defineTexts({
  en: {
    statuses: {
      imported: () => 'Imported',
      replaced: (version: string) => `Replaced the version before: this is version ${version}`,
      updated: () => 'Same file, other access rules',
      unchanged: () => 'Unchanged: the same file was there already',
    },
    pages: (count: string) => `pages: ${count}`,
    passages: (count: string) => `passages: ${count}`,
    warnings: {
      'pages-without-text': (count: string) =>
        `No text could be read on ${count} of its pages. They may be scans: ask for text recognition to be installed.`,
      'text-recognised': (count: string) =>
        `The text of ${count} pages was recognised from pictures. Figures may be misread.`,
      instructions: (count: string) =>
        `Places where the text gives orders to an assistant: ${count}. They are never followed; look whether they belong here.`,
      'hidden-text': (count: string) =>
        `Places with text that its readers do not see: ${count}. Compare them with the original.`,
      'hidden-characters': (count: string) =>
        `Places where invisible characters carried something: ${count}. They were left out.`,
      'boilerplate-removed': (count: string) =>
        `Lines of navigation or promotion that were left out: ${count}.`,
    },
    parts: 'Files inside',
    partCounts: {
      imported: (count: string) => `imported: ${count}`,
      skipped: (count: string) => `skipped: ${count}`,
      refused: (count: string) => `refused: ${count}`,
    },
    showParts: 'Show them',
    hideParts: 'Hide them',
    outcomes: { imported: 'Imported', skipped: 'Skipped', refused: 'Refused' },
    moreParts: (count: string) => `and ${count} more`,
  },
  zh: {
    statuses: {
      imported: () => '已导入',
      replaced: (version: string) => `已替换旧版本，现为第 ${version} 版`,
      updated: () => '文件相同，访问规则已更新',
      unchanged: () => '无变化：相同的文件已存在',
    },
    pages: (count: string) => `${count} 页`,
    passages: (count: string) => `${count} 个段落`,
    warnings: {
      'pages-without-text': (count: string) =>
        `有 ${count} 页读不到文字，可能是扫描件。请管理员安装文字识别组件。`,
      'text-recognised': (count: string) => `有 ${count} 页的文字由图片识别而来，数字可能有误。`,
      instructions: (count: string) =>
        `有 ${count} 处文字试图指挥助手。它们绝不会被执行，请确认其是否应当存在。`,
      'hidden-text': (count: string) => `有 ${count} 处读者看不到的文字，请与原始文件核对。`,
      'hidden-characters': (count: string) => `有 ${count} 处不可见字符携带了内容，已被排除。`,
      'boilerplate-removed': (count: string) => `已略去 ${count} 行导航或推广内容。`,
    },
    parts: '内含文件',
    partCounts: {
      imported: (count: string) => `已导入 ${count} 个`,
      skipped: (count: string) => `已跳过 ${count} 个`,
      refused: (count: string) => `已拒绝 ${count} 个`,
    },
    showParts: '展开',
    hideParts: '收起',
    outcomes: { imported: '已导入', skipped: '已跳过', refused: '已拒绝' },
    moreParts: (count: string) => `另有 ${count} 个`,
  },
});
