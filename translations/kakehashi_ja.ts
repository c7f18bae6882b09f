<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Target</name>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The block &quot;%1&quot; needs %2=&quot;…&quot;.</source>
        <translation>部品「%1」には %2=&quot;…&quot; が必要です。</translation>
    </message>
    <message>
        <source>%1 asks: %2 </source>
        <translation>%1 からの質問：%2 </translation>
    </message>
    <message>
        <source>%1 asks for “%2” besides the password or key, such as a one-time code, and there is no terminal to type it. Run this on a terminal, or publish in the desktop program.</source>
        <translation>%1 は、パスワードや鍵のほかに「%2」を求めています（ワンタイムコードなど）。入力できる端末がありません。端末で実行するか、デスクトップ版から公開してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Accessibility</name>
    <message>
        <source>Testing the chosen pages</source>
        <translation>選んだページを試験しています</translation>
    </message>
    <message>
        <source>%1 is malformed.</source>
        <translation>%1 の形式が正しくありません。</translation>
    </message>
    <message>
        <source>Yearly accessibility report</source>
        <translation>アクセシビリティ年次報告</translation>
    </message>
</context>
<context>
    <name>kakehashi::AfterLook</name>
    <message>
        <source>Everything was published, but it could not be looked at afterwards (%1). `verify` compares the server with what was published.</source>
        <translation>すべて公開しましたが、その後の確認ができませんでした（%1）。verify でサーバーと公開した内容を照合できます。</translation>
    </message>
    <message>
        <source>Somebody else published right afterwards, so what this publish left could not be looked at.</source>
        <translation>直後にほかの担当者が公開したため、今回公開した内容は確認できませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) on the server are not as they were published just now, so visitors do not get them: %1. Publish again; if it happens again, ask the server&apos;s administrator what removes or changes them.</source>
        <translation>
            <numerusform>たったいま公開したファイルまたはフォルダーのうち%n件が、サーバー上で公開したとおりになっておらず、閲覧者に届きません：%1。もう一度公開してください。繰り返す場合は、何がそれらを削除・変更しているのかをサーバーの管理者に確認してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) on the server cannot be read by visitors: the server makes them for its own account alone and does not let their permissions be set: %1. Ask the server&apos;s administrator to allow that over SFTP (SETSTAT), or to give new files permissions that others can read (umask 022).</source>
        <translation>
            <numerusform>サーバーの%n個のファイルやフォルダーを閲覧者が読めません: %1。サーバーが、自分のアカウントだけが読める権限で作り、権限の変更を許していません。SFTP での権限の変更（SETSTAT）を許すか、新しいファイルをほかの人も読める権限（umask 022）で作るよう、サーバーの管理者に依頼してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of what was published is not on the server, although the server said that it took it. The next publish would not know what is there. Publish again; if it happens again, ask the server&apos;s administrator.</source>
        <translation>サーバーは公開したファイルの一覧を受け付けたと答えましたが、実際にはサーバーにありません。このままでは次の公開が現状を把握できません。もう一度公開し、繰り返す場合はサーバーの管理者にお問い合わせください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Banners</name>
    <message>
        <source>Give the banner a title: it is read to those who do not see the picture.</source>
        <translation>バナーの題名を入力してください。画像が見えない方に読み上げられます。</translation>
    </message>
    <message>
        <source>“%1” stands nowhere: a banner&apos;s place is home, side or footer.</source>
        <translation>「%1」の掲載場所が決まっていません。掲載場所は home、side、footer のいずれかです。</translation>
    </message>
    <message>
        <source>The period of “%1” ends before it begins. Correct one of the two dates.</source>
        <translation>「%1」の掲載期間は、終了が開始より前になっています。どちらかの日付を直してください。</translation>
    </message>
    <message>
        <source>This banner is no longer there.</source>
        <translation>このバナーはすでにありません。</translation>
    </message>
    <message>
        <source>the banner “%1”</source>
        <translation>バナー「%1」</translation>
    </message>
</context>
<context>
    <name>kakehashi::Check</name>
    <message>
        <source>The page&apos;s HTML is nested so deep that it could not be checked. End tags are probably missing.</source>
        <translation>ページの HTML の入れ子が深すぎるため点検できません。終了タグが抜けている可能性があります。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (The same on %n other page(s).)</source>
        <translation>
            <numerusform>%1（ほかの%nページも同じです。）</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking pages</source>
        <translation>ページを点検しています</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Change to &quot;%1&quot;</source>
        <translation>「%1」に直す</translation>
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation>画像を調べています</translation>
    </message>
</context>
<context>
    <name>kakehashi::Commit</name>
    <message>
        <source>%1 was changed on the server by someone else in the middle of the publish. It was left as it is; plan the publish again.</source>
        <translation>公開の途中で、サーバー上の %1 がほかの人によって変更されました。このファイルはそのまま残してあります。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>%1 could not be removed from the server (%2). Remove it there by hand.</source>
        <translation>%1 をサーバーから削除できませんでした（%2）。サーバー上で手動で削除してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Connection</name>
    <message>
        <source>The folder %1 is not on the server. Correct it in the target&apos;s settings, or make it on the server first.</source>
        <translation>サーバーにフォルダー %1 がありません。公開先の設定を直すか、先にサーバーに作成してください。</translation>
    </message>
    <message>
        <source>%1 on the server is not a folder. Correct the target&apos;s settings.</source>
        <translation>サーバー上の %1 はフォルダーではありません。公開先の設定を直してください。</translation>
    </message>
    <message>
        <source>This site was published to %1 by another account of the server. What it keeps about that (%2) may not be read by this account, so publishing from here would not know what is there, nor who is publishing right now. Publish with that account, or ask the server&apos;s administrator to give this account both folders and all that is in them (chown -R).</source>
        <translation>%1 には、サーバーの別のアカウントがこのサイトを公開しています。その記録（%2）をこのアカウントは読めないため、何が公開されているか、だれが公開中かが分かりません。そのアカウントで公開するか、両方のフォルダーとその中身すべての所有者をこのアカウントに変更する（chown -R）よう、サーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>There are two records of what was published to %1: %2 and %3. Two accounts of the server published there without knowing of each other. Find out which of them is right, have the other folder removed by the server&apos;s administrator, and publish with one account.</source>
        <translation>%1 に公開した内容の記録が二つあります（%2 と %3）。サーバーの二つのアカウントが、互いを知らずに公開しています。どちらが正しいかを確認し、もう一方のフォルダーをサーバーの管理者に削除してもらい、一つのアカウントで公開してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ControlFolder</name>
    <message>
        <source>Nothing can be written into %1 on the server. Ask its administrator to let this account write there, or correct the folder in the target&apos;s settings.</source>
        <translation>サーバーの %1 に書き込めません。このアカウントに書き込みを許可するようサーバーの管理者に依頼するか、公開先のフォルダーの設定を直してください。</translation>
    </message>
    <message>
        <source>Nothing can be written beside %1 on the server, so the link cannot be switched. Ask its administrator for write permission there, or let the target put files in place.</source>
        <translation>サーバーの %1 の隣に書き込めないため、リンクを切り替えられません。書き込めるように管理者に依頼するか、公開先の設定で、ファイルごとの入れ替えを選んでください。</translation>
    </message>
    <message>
        <source>The server refuses to make anything in %1 and does not say why. Most likely that disk is mounted read-only, or it or the quota is full. Ask the server&apos;s administrator, or correct the folder in the target&apos;s settings. The site is unchanged.</source>
        <translation>サーバーが %1 への作成を拒否しましたが、理由は示されていません。ディスクが読み取り専用でマウントされているか、ディスクまたは割り当て容量がいっぱいの可能性があります。サーバーの管理者に確認するか、公開先の設定でフォルダーを修正してください。サイトは変更されていません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Decisions</name>
    <message>
        <source>&quot;%1&quot; has no word that it is to replace.</source>
        <translation>「%1」には、置き換える元の言葉がありません。</translation>
    </message>
    <message>
        <source>&quot;%1…&quot; is no word: terms have one line and at most %2 characters.</source>
        <translation>「%1…」は用語にできません。用語は1行、%2文字以内で書いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would be replaced by itself. Leave the second word empty when it is right as it is.</source>
        <translation>「%1」は同じ言葉に置き換えられます。そのままで正しい言葉は、「書く言葉」を空にしてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in the list twice. Remove one of the two.</source>
        <translation>「%1」が一覧に二つあります。どちらかを削除してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Delivery</name>
    <message>
        <source>Publish %1 is kept neither on this computer nor on the server. `publish history` lists what was published from here.</source>
        <translation>第%1回の公開は、このパソコンにもサーバーにも残っていません。ここから公開したものは `publish history` で確認できます。</translation>
    </message>
    <message>
        <source>The new site is public on %1, but that could not be written down here. %2 It is noted, and will be written down when %1 is looked at next.</source>
        <translation>%1の新しいサイトは公開されましたが、そのことをこのパソコンに記録できませんでした。%2 公開の記録は残してあり、次に%1を確認したときに記録します。</translation>
    </message>
    <message>
        <source>Visitors may not see %1: the server answers %2. Its rules or the permissions of a folder forbid it; ask the server&apos;s operator.</source>
        <translation>%1 は閲覧者には見えません（サーバーの応答：%2）。サーバーの設定かフォルダーの権限で禁止されています。サーバーの管理者に確認してください。</translation>
    </message>
    <message>
        <source>Visitors do not find %1: the server answers %2. See that the target&apos;s folder is the one that the web server shows.</source>
        <translation>%1 は閲覧者には見つかりません（サーバーの応答：%2）。公開先のフォルダーが、ウェブサーバーの表示するフォルダーと同じか確認してください。</translation>
    </message>
    <message>
        <source>The server fails at %1: it answers %2.</source>
        <translation>%1 でサーバーのエラーが起きています（応答：%2）。</translation>
    </message>
    <message>
        <source>Visitors still see something else at %1 than was published: a cache, or a file of others that the server shows instead.</source>
        <translation>%1 では、公開したものと違う内容がまだ表示されています。キャッシュが残っているか、サーバーが別のファイルを表示しています。</translation>
    </message>
    <message>
        <source>Visitors of %1 are sent on to %2.</source>
        <translation>%1 を開くと %2 へ転送されます。</translation>
    </message>
    <message>
        <source>Visitors are not asked for a password at %1: the server answers %2.</source>
        <translation>%1 でパスワードが求められません（サーバーの応答：%2）。</translation>
    </message>
    <message>
        <source>An address that is not there is answered with %1 instead of 404, so that search engines keep pages that are gone.</source>
        <translation>存在しないアドレスに、404ではなく%1が返されています。なくなったページが検索エンジンに残ってしまいます。</translation>
    </message>
    <message>
        <source>Whether visitors see it is not known: %1 did not answer in time.</source>
        <translation>閲覧者から見えるかどうかは確認できませんでした（%1 から時間内に応答がありません）。</translation>
    </message>
    <message>
        <source>Whether visitors see it is not known: %1 did not answer (%2).</source>
        <translation>閲覧者から見えるかどうかは確認できませんでした（%1 から応答がありません：%2）。</translation>
    </message>
    <message>
        <source>Looking at it as visitors do</source>
        <translation>閲覧者として確認しています</translation>
    </message>
    <message>
        <source>Since this publish the server stumbles over .htaccess. Take the publish back, and set the kind of server in the site&apos;s settings before the next one.</source>
        <translation>この公開のあと、サーバーが .htaccess でエラーを起こしています。この公開を取り消し、次に公開する前にサイトの設定でサーバーの種類を確認してください。</translation>
    </message>
    <message>
        <source>Looked at afterwards, the server still holds the record of this publish: the next one finishes it or takes it back.</source>
        <translation>そのあとサーバーを確認すると、この公開の記録が残っていました。次の公開が、残りを完了するか、取り消します。</translation>
    </message>
    <message>
        <source>Looked at afterwards, the server holds another publish (%1) than before; somebody else published.</source>
        <translation>そのあとサーバーを確認すると、前とは別の公開（第%1回）になっていました。ほかの人が公開しました。</translation>
    </message>
    <message>
        <source>Looked at afterwards, the server holds no publish of this site, as before, and nothing is left unfinished.</source>
        <translation>そのあとサーバーを確認すると、前と同じく、このサイトの公開はまだなく、途中のものも残っていませんでした。</translation>
    </message>
    <message>
        <source>Looked at afterwards, the server holds publish %1, as before, and nothing is left unfinished.</source>
        <translation>そのあとサーバーを確認すると、前と同じ第%1回の公開のままで、途中のものは残っていませんでした。</translation>
    </message>
    <message>
        <source>What the server holds now could not be seen.</source>
        <translation>サーバーが今どうなっているかは、確認できませんでした。</translation>
    </message>
    <message>
        <source>Visitors of %1 are sent on and on and never get there. Look at the rules for redirects on the server.</source>
        <translation>%1 を開くと、転送が繰り返され、ページに着きません。サーバーの転送の設定を確かめてください。</translation>
    </message>
    <message>
        <source>Visitors do not get %1 as it was published: the server answers %2.</source>
        <translation>%1 は、公開したとおりには表示されません。サーバーの応答は %2 です。</translation>
    </message>
    <message>
        <source>Whether visitors see it is not known: the server took it for too many questions at %1 (%2).</source>
        <translation>閲覧者に見えているかは分かりません。問い合わせが多すぎるとして、サーバーが %1 に応答しませんでした（%2）。</translation>
    </message>
    <message>
        <source>Nothing was published. %1</source>
        <translation>何も公開していません。%1</translation>
    </message>
</context>
<context>
    <name>kakehashi::DocumentRules</name>
    <message>
        <source>The page has no main region (&lt;main&gt;).</source>
        <translation>ページに本文の領域（&lt;main&gt;）がありません。</translation>
    </message>
    <message>
        <source>The page has more than one &lt;main&gt;.</source>
        <translation>ページに &lt;main&gt; が2つ以上あります。</translation>
    </message>
    <message>
        <source>The page has no header region (&lt;header&gt;).</source>
        <translation>ページにヘッダーの領域（&lt;header&gt;）がありません。</translation>
    </message>
    <message>
        <source>The page has no navigation region (&lt;nav&gt;).</source>
        <translation>ページにナビゲーションの領域（&lt;nav&gt;）がありません。</translation>
    </message>
    <message>
        <source>The page has no footer region (&lt;footer&gt;).</source>
        <translation>ページにフッターの領域（&lt;footer&gt;）がありません。</translation>
    </message>
    <message>
        <source>The page&apos;s first link is no skip link to its content.</source>
        <translation>ページの最初のリンクが、本文へ移動するリンクになっていません。</translation>
    </message>
    <message>
        <source>&lt;%1&gt; is no longer part of HTML.</source>
        <translation>&lt;%1&gt; は現在の HTML では使えません。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; stands twice on the page; links to it may miss.</source>
        <translation>id「%1」がページに2つあります。リンクが正しく届かないことがあります。</translation>
    </message>
    <message>
        <source>%1 names &quot;%2&quot;, which is not on the page.</source>
        <translation>%1 で指定している「%2」がページにありません。</translation>
    </message>
    <message>
        <source>tabindex=&quot;%1&quot; makes the keyboard jump about. Use 0.</source>
        <translation>tabindex=&quot;%1&quot; があると、キーボードの移動順が乱れます。0 にしてください。</translation>
    </message>
    <message>
        <source>The page does not say its language (html lang).</source>
        <translation>ページの言語（html の lang）が指定されていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no language tag. Use &quot;ja&quot; or &quot;en&quot;.</source>
        <translation>「%1」は言語コードではありません。「ja」や「en」を使ってください。</translation>
    </message>
    <message>
        <source>The page has no title (WCAG 2.4.2).</source>
        <translation>ページに題名がありません（WCAG 2.4.2）。</translation>
    </message>
    <message>
        <source>The page does not say in its first 1024 bytes that it is UTF-8.</source>
        <translation>先頭の 1024 バイト以内に、文字コードが UTF-8 であることが書かれていません。</translation>
    </message>
    <message>
        <source>The page does not begin with &lt;!DOCTYPE html&gt;.</source>
        <translation>ページが &lt;!DOCTYPE html&gt; で始まっていません。</translation>
    </message>
    <message>
        <source>The page moves on or reloads by itself (meta refresh). Use a redirect.</source>
        <translation>ページが自動で移動または再読み込みされます（meta refresh）。転送の設定を使ってください。</translation>
    </message>
    <message>
        <source>The page forbids enlarging (meta viewport).</source>
        <translation>ページが拡大表示を禁止しています（meta viewport）。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Drift</name>
    <message>
        <source>This site was not published to %1 yet; there is nothing to compare.</source>
        <translation>このサイトはまだ %1 に公開されていないため、比べるものがありません。</translation>
    </message>
    <message>
        <source>Comparing contents</source>
        <translation>内容を比較しています</translation>
    </message>
    <message>
        <source>%1 is no file of the site.</source>
        <translation>%1 はサイトのファイルではありません。</translation>
    </message>
    <message>
        <source>%1 is too large to be shown here.</source>
        <translation>%1 は大きすぎて、ここには表示できません。</translation>
    </message>
    <message>
        <source>A former list on the server is not signed.</source>
        <translation>サーバーに残る以前の一覧に署名がありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Encoding</name>
    <message>
        <source>%1 is no text in UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP. Save it as UTF-8 in an editor.</source>
        <translation>%1 の文字コードは UTF-8、UTF-16、Shift_JIS、EUC-JP、ISO-2022-JP のいずれでもありません。エディターで UTF-8 にして保存してください。</translation>
    </message>
    <message>
        <source>%1 is in a form of ISO-2022 with characters that are not known here. Save it as UTF-8 in an editor.</source>
        <translation>%1 は、読めない文字を含む ISO-2022 形式のファイルです。エディターで UTF-8 として保存し直してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Evidence</name>
    <message>
        <source>%1 %2 (Japan)</source>
        <translation>%1 %2（日本時間）</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>なくなっている</translation>
    </message>
    <message>
        <source>Not published by us</source>
        <translation>当サイトが公開したものではない</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
    </message>
    <message>
        <source>every published file was read and its SHA-256 compared</source>
        <translation>公開したすべてのファイルを読み取り、SHA-256 を比較</translation>
    </message>
    <message>
        <source>names, sizes and times were compared</source>
        <translation>名前、サイズ、時刻を比較</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>サイト</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>確認した日時</translation>
    </message>
    <message>
        <source>How it was compared</source>
        <translation>比較の方法</translation>
    </message>
    <message>
        <source>Compared with publish</source>
        <translation>比較した公開</translation>
    </message>
    <message>
        <source>%1 of %2 by %3, transaction %4</source>
        <translation>%2 の第%1回（担当：%3、処理番号 %4）</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>確認した人</translation>
    </message>
    <message>
        <source>Changes found on the server</source>
        <translation>サーバー上で見つかった変更</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%nファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>公開したとき</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>見つかったとき</translation>
    </message>
    <message>
        <source>SHA-256 of the file of the same name in JSON form: %1</source>
        <translation>同名の JSON ファイルの SHA-256：%1</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Cannot be read by visitors</source>
        <translation>閲覧者が読めない</translation>
    </message>
</context>
<context>
    <name>kakehashi::Export</name>
    <message>
        <source>%1 is not empty. Choose an empty or a new folder.</source>
        <translation>%1 は空ではありません。空のフォルダーか新しいフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Copying pictures and files</source>
        <translation>画像とファイルをコピーしています</translation>
    </message>
    <message>
        <source>%1 could not be copied to %2: %3. Check the disk and try again.</source>
        <translation>%1 を %2 にコピーできませんでした（%3）。ディスクを確かめて、もう一度実行してください。</translation>
    </message>
    <message>
        <source>Writing pages</source>
        <translation>ページを書き出しています</translation>
    </message>
    <message>
        <source>The folder could not be given the name %1. Choose another one.</source>
        <translation>フォルダーの名前を %1 にできませんでした。別のフォルダーを選んでください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::File</name>
    <message>
        <source>%1 is not there. Check that it has not been moved or renamed.</source>
        <translation>%1 が見つかりません。移動したり名前を変えたりしていないか確認してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: you have no permission. Ask for read access to it.</source>
        <translation>%1 を読み取る権限がありません。読み取りの許可を依頼してください。</translation>
    </message>
    <message>
        <source>%1 could not be read (%2).</source>
        <translation>%1 を読み取れませんでした（%2）。</translation>
    </message>
    <message>
        <source>%1 was not saved: the disk is full. The old file is unchanged. Free some space and save again.</source>
        <translation>ディスクがいっぱいのため、%1 を保存できませんでした。元のファイルはそのままです。空き容量を増やしてから、もう一度保存してください。</translation>
    </message>
    <message>
        <source>%1 was not saved: the folder cannot be written to. Check its permissions or choose another folder.</source>
        <translation>フォルダーに書き込めないため、%1 を保存できませんでした。アクセス権を確認するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 was not saved (%2). The old file is unchanged.</source>
        <translation>%1 を保存できませんでした（%2）。元のファイルはそのままです。</translation>
    </message>
    <message>
        <source>%1 is too large (more than %2 MB).</source>
        <translation>%1 は大きすぎます（%2 MB を超えています）。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made. Check the permissions of the folder above it.</source>
        <translation>フォルダー %1 を作成できませんでした。上の階層のフォルダーのアクセス権を確認してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::FrontMatter</name>
    <message>
        <source>the front matter never ends; close it with a line of three hyphens</source>
        <translation>フロントマターが終わっていません。ハイフン3つの行で閉じてください</translation>
    </message>
    <message>
        <source>%1, line %2: %3.</source>
        <translation>%1の%2行目：%3。</translation>
    </message>
    <message>
        <source>“%1” has no “key: value”</source>
        <translation>「%1」は「項目名: 値」の形になっていません</translation>
    </message>
    <message>
        <source>“fields” is no JSON object in one line (%1)</source>
        <translation>「fields」が1行の JSON オブジェクトになっていません（%1）</translation>
    </message>
    <message>
        <source>“%1” is no value for %2; dates are written 2026-04-01, times 2026-04-01T09:00</source>
        <translation>「%1」は %2 の値として使えません。日付は 2026-04-01、日時は 2026-04-01T09:00 のように書きます</translation>
    </message>
</context>
<context>
    <name>kakehashi::Gate</name>
    <message>
        <source>An exception needs a reason. Say why this may be published as it is.</source>
        <translation>例外には理由が必要です。このまま公開してよい理由を書いてください。</translation>
    </message>
    <message>
        <source>There is no exception %1 that holds.</source>
        <translation>有効な例外 %1 はありません。</translation>
    </message>
    <message numerus="yes">
        <source>The check stops this publish: %n problem(s) that the law or the site&apos;s duties forbid.</source>
        <translation>
            <numerusform>点検により公開を止めました。法令や決まりに反する「必須」の指摘が%n件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more page(s)</source>
        <translation>
            <numerusform>%1 ほか%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>On: %1.</source>
        <translation>ページ：%1。</translation>
    </message>
    <message>
        <source>Mend them, or make an exception with a reason.</source>
        <translation>直すか、理由を添えて例外にしてください。</translation>
    </message>
    <message>
        <source>Exception for %1 [%2]: %3 Reason: %4 (%5, %6)</source>
        <translation>例外 %1［%2］：%3 理由：%4（%5、%6）</translation>
    </message>
    <message>
        <source>the site</source>
        <translation>サイト全体</translation>
    </message>
    <message numerus="yes">
        <source>And %n more exception(s); the check lists them all.</source>
        <translation>
            <numerusform>ほか%n件の例外があります。「点検」ですべて確かめられます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::HeldLock</name>
    <message>
        <source>a machine without a name</source>
        <translation>名前の分からないパソコン</translation>
    </message>
    <message>
        <source>The lock is that of %1 on %2.</source>
        <translation>ロックの持ち主は、%1さん（パソコン: %2）です。</translation>
    </message>
    <message>
        <source>That publish began at %1.</source>
        <translation>その公開の開始: %1。</translation>
    </message>
    <message>
        <source>Its last sign of life was at %1.</source>
        <translation>最後に動きがあった時刻: %1。</translation>
    </message>
    <message>
        <source>When it last showed life is not known, because the lock&apos;s time lies in the future.</source>
        <translation>ロックの時刻が未来になっているため、最後に動きがあった時刻は分かりません。</translation>
    </message>
    <message>
        <source>%1 (Japan&apos;s time)</source>
        <translation>%1（日本時間）</translation>
    </message>
</context>
<context>
    <name>kakehashi::HistoryRepository</name>
    <message>
        <source>This publish is not in the history.</source>
        <translation>この公開は履歴にありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::HtmlSanitizer</name>
    <message>
        <source>&lt;%1&gt; is not allowed in pages; its text was kept.</source>
        <translation>&lt;%1&gt; はページで使えません。中の文字は残しました。</translation>
    </message>
    <message>
        <source>&lt;%1&gt; is not allowed in pages and was left out.</source>
        <translation>&lt;%1&gt; はページで使えないため、取り除きました。</translation>
    </message>
    <message>
        <source>The attribute %1 of &lt;%2&gt; is not allowed.</source>
        <translation>&lt;%2&gt; の属性 %1 は使えません。</translation>
    </message>
    <message>
        <source>The address in %1 of &lt;%2&gt; is not allowed: %3</source>
        <translation>&lt;%2&gt; の %1 にあるアドレスは使えません：%3</translation>
    </message>
    <message>
        <source>This HTML is larger than 4 MB and is shown as text. Split the page.</source>
        <translation>この HTML は 4 MB を超えているため、文字のまま表示します。ページを分けてください。</translation>
    </message>
    <message>
        <source>Elements in this HTML are nested deeper than %1 and it is shown as text. End tags are probably missing.</source>
        <translation>この HTML は入れ子が %1 段を超えているため、文字のまま表示します。終了タグが抜けている可能性があります。</translation>
    </message>
    <message>
        <source>This HTML is too tangled to be cleaned and is shown as text. Write it anew.</source>
        <translation>この HTML は崩れが大きく整えられないため、文字のまま表示します。書き直してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Import</name>
    <message>
        <source>%1 names the picture %2, which is not among the media.</source>
        <translation>%1 で指定している画像 %2 がメディアにありません。</translation>
    </message>
    <message>
        <source>Importing pages</source>
        <translation>ページを取り込んでいます</translation>
    </message>
    <message>
        <source>The link to %1 leads nowhere.</source>
        <translation>%1 へのリンク先がありません。</translation>
    </message>
    <message>
        <source>the front matter is too long</source>
        <translation>フロントマターが長すぎます</translation>
    </message>
    <message>
        <source>the front matter never ends; close it with a line %1</source>
        <translation>フロントマターが終わっていません。%1 だけの行で閉じてください</translation>
    </message>
    <message>
        <source>%1, line %2: %3.</source>
        <translation>%1の%2行目：%3。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>The picture %1 is not there.</source>
        <translation>画像 %1 が見つかりません。</translation>
    </message>
    <message>
        <source>The shortcode %1 is not known here. It stays in the text as %2; replace it by a block.</source>
        <translation>ショートコード %1 には対応していません。本文に %2 のまま残るので、部品に置き換えてください。</translation>
    </message>
    <message>
        <source>“%1” is no value for %2; dates are written 2026-04-01, times 2026-04-01T09:00</source>
        <translation>「%1」は %2 の値として使えません。日付は 2026-04-01、日時は 2026-04-01T09:00 のように書きます</translation>
    </message>
    <message>
        <source>The title comes from the first heading.</source>
        <translation>題名は最初の見出しから取りました。</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>The title comes from the file&apos;s name.</source>
        <translation>題名はファイル名から取りました。</translation>
    </message>
    <message>
        <source>%1 has no front matter: it is a finished HTML file, not a page to be made.</source>
        <translation>%1 にはフロントマターがありません。ページの原稿ではなく、完成した HTML です。</translation>
    </message>
    <message>
        <source>It was in %1 and is UTF-8 now.</source>
        <translation>文字コードを %1 から UTF-8 に直しました。</translation>
    </message>
    <message>
        <source>It is a link to another file.</source>
        <translation>別のファイルへのリンク（シンボリックリンク）です。</translation>
    </message>
    <message>
        <source>Pages in this form are not read; turn it into Markdown first.</source>
        <translation>この形式のページは読めません。先に Markdown に変換してください。</translation>
    </message>
    <message>
        <source>It is no content: templates, themes and settings of the other program stay behind.</source>
        <translation>内容ではありません。ほかのソフトのテンプレート、テーマ、設定は取り込みません。</translation>
    </message>
    <message>
        <source>The folder %1 is not there. Check its name.</source>
        <translation>フォルダー %1 がありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>the front matter has no “key: value” lines</source>
        <translation>フロントマターに「キー: 値」の行がありません</translation>
    </message>
    <message>
        <source>Settings, menus, redirects, figures and banners</source>
        <translation>設定、メニュー、転送、統計、バナー</translation>
    </message>
    <message>
        <source>What the site has already stays as it is.</source>
        <translation>サイトにすでにあるものは、そのまま残します。</translation>
    </message>
    <message>
        <source>Reading pictures and files</source>
        <translation>画像とファイルを読んでいます</translation>
    </message>
    <message>
        <source>Reading pages</source>
        <translation>ページを読んでいます</translation>
    </message>
    <message>
        <source>The site has this page already; it stays as it is.</source>
        <translation>このページはすでにあるため、そのまま残します。</translation>
    </message>
    <message>
        <source>A new revision of the page that is there.</source>
        <translation>すでにあるページの新しい版になります。</translation>
    </message>
    <message>
        <source>A draft.</source>
        <translation>下書きです。</translation>
    </message>
    <message>
        <source>The old address %1 leads to %2 already.</source>
        <translation>旧アドレス %1 は、すでに %2 へ転送されています。</translation>
    </message>
    <message>
        <source>Copying pictures and files</source>
        <translation>画像とファイルをコピーしています</translation>
    </message>
    <message>
        <source>The site or the file %1 has changed since the plan was made. Look at the folder again.</source>
        <translation>一覧を作った後に、サイトかファイル %1 が変わりました。フォルダーを読み直してください。</translation>
    </message>
    <message>
        <source>%1 is a file. Choose the folder that holds the Markdown files.</source>
        <translation>「%1」はファイルです。Markdown のファイルが入ったフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 is a translation of %2, which is not in the site.</source>
        <translation>%1 は %2 の翻訳とされていますが、そのページはサイトにありません。</translation>
    </message>
    <message>
        <source>The folder has no such file; the site needs the page.</source>
        <translation>フォルダーにこのファイルはありませんが、サイトに必要なページなので作ります。</translation>
    </message>
    <message>
        <source>Characters that no page can show, as %1, were left out.</source>
        <translation>ページに表示できない文字（%1 など）を除きました。</translation>
    </message>
    <message>
        <source>The link to %1 names a place that its page does not have.</source>
        <translation>「%1」へのリンクが指す場所（「#」のあと）が、リンク先のページにありません。</translation>
    </message>
    <message>
        <source>The alias %1 is no old address of one page and is left out.</source>
        <translation>別名「%1」は1つのページの旧アドレスとして使えないため、取り込みません。</translation>
    </message>
    <message>
        <source>%1 asks the old server for a page and is no path; the page gets %2.</source>
        <translation>「%1」は旧サーバーへの問合せの形で、パスではありません。このページのアドレスは %2 になります。</translation>
    </message>
    <message>
        <source>%1 cannot be a page&apos;s address here; the page gets %2.</source>
        <translation>「%1」はページのアドレスとして使えません。このページのアドレスは %2 になります。</translation>
    </message>
    <message>
        <source>%1 leads to %2 already; the page gets %3.</source>
        <translation>%2 は %1 のページがすでに使っています。このページのアドレスは %3 になります。</translation>
    </message>
    <message>
        <source>The page “%1” is left out: %2</source>
        <translation>ページ「%1」は取り込みませんでした。%2</translation>
    </message>
    <message>
        <source>The pattern %1 for addresses asks for what is not known of the page; its address comes from its file.</source>
        <translation>アドレスの型 %1 に必要な情報がこのページにないため、ファイル名からアドレスを付けます。</translation>
    </message>
    <message>
        <source>%1 is where the program puts files of its own; the page gets %2.</source>
        <translation>%1 はサイトが自動で作るファイルの場所です。ページのアドレスは %2 になります。</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) were lost before the file came here (U+FFFD), the first in line %1. Type them anew.</source>
        <translation>
            <numerusform>取り込む前に %n 文字が失われています（U+FFFD）。最初は %1 行目です。入力し直してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The old address %1 is where the program puts files of its own; it does not lead to the page.</source>
        <translation>以前のアドレス %1 はサイトが自動で作るファイルの場所のため、ページへは転送しません。</translation>
    </message>
    <message>
        <source>the text says that it is %1, but %2 is to be changed. Name that page, or delete the line</source>
        <translation>ファイルには %1 のページと書いてありますが、変更しようとしているのは %2 です。そのページを指定するか、この行を消してください</translation>
    </message>
    <message>
        <source>Of the front matter %1 is left as it is with the page; an import takes it.</source>
        <translation>フロントマターの %1 は読みません（ページの値はそのままです）。取り込み（import）なら読みます。</translation>
    </message>
    <message>
        <source>The page stays of the kind %1; the front matter says %2.</source>
        <translation>ページの種類は %1 のままです（フロントマターには %2 とあります）。</translation>
    </message>
    <message>
        <source>The settings of the other program leave it out.</source>
        <translation>元のソフトの設定で、対象から外されています。</translation>
    </message>
    <message>
        <source>%1 The page comes without it, as a draft.</source>
        <translation>%1この日付は取り込まず、ページは下書きになります。</translation>
    </message>
    <message>
        <source>It comes as a draft, for it says “%1”.</source>
        <translation>「%1」と書いてあるため、下書きとして取り込みます。</translation>
    </message>
    <message>
        <source>It comes as a draft, for %1 says “%2” for it.</source>
        <translation>%1 に「%2」と書いてあるため、下書きとして取り込みます。</translation>
    </message>
    <message>
        <source>It comes as a draft, for it lies in a folder of drafts.</source>
        <translation>下書きのフォルダーにあるため、下書きとして取り込みます。</translation>
    </message>
    <message>
        <source>It comes as a draft, for Jekyll made no pages of the folder %1.</source>
        <translation>フォルダー %1 のファイルは Jekyll ではページにならないため、下書きとして取り込みます。</translation>
    </message>
    <message>
        <source>Its date is to come, so it opens on %1.</source>
        <translation>日付が先のため、%1 に公開されるようにします。</translation>
    </message>
    <message>
        <source>Nothing refers to the note %1, so visitors do not see it.</source>
        <translation>注 %1 は本文のどこからも参照されていないため、ページに表示されません。</translation>
    </message>
    <message>
        <source>%1 has no note, so it stands in the text as it is.</source>
        <translation>%1 に当たる注がないため、記号のまま本文に残ります。</translation>
    </message>
    <message>
        <source>%1 is filled in by Jekyll and stays in the text. Replace it.</source>
        <translation>%1 は Jekyll が値を入れる記述で、本文にそのまま残ります。書き換えてください。</translation>
    </message>
    <message>
        <source>%1 is a tag of Jekyll and stays in the text. Replace it.</source>
        <translation>%1 は Jekyll の記述で、本文にそのまま残ります。書き換えてください。</translation>
    </message>
    <message>
        <source>It only sends visitors on, and becomes a redirect.</source>
        <translation>別のアドレスへ案内するだけのページのため、転送にします。</translation>
    </message>
</context>
<context>
    <name>kakehashi::IndexNow</name>
    <message>
        <source>%1 is no key: it has 8 to 128 letters, digits and hyphens.</source>
        <translation>%1 は鍵として使えません。鍵は英数字とハイフンで8〜128文字です。</translation>
    </message>
    <message>
        <source>%1 is no address to tell search engines at. Write it as https://api.indexnow.org/indexnow.</source>
        <translation>%1 は検索エンジンへの通知先として使えません。https://api.indexnow.org/indexnow のように入力してください。</translation>
    </message>
    <message>
        <source>Search engines can be told of changes once the site has a public address and a key.</source>
        <translation>検索エンジンに通知するには、先にサイトの公開アドレスと鍵が必要です。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Job</name>
    <message>
        <source>Stopped at your request.</source>
        <translation>中止しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Journal</name>
    <message>
        <source>The record of the unfinished publish on the server</source>
        <translation>サーバー上の、途中で止まった公開の記録</translation>
    </message>
    <message>
        <source>%1 names a file that cannot be ours (%2).</source>
        <translation>%1 に、当サイトのものではありえないファイル名が書かれています（%2）。</translation>
    </message>
</context>
<context>
    <name>kakehashi::JsonLines</name>
    <message>
        <source>%1 is damaged or was changed by someone else.</source>
        <translation>%1 は壊れているか、ほかの人によって変更されています。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program. Update the program, then try again.</source>
        <translation>%1 は新しい版のこのソフトで書かれています。ソフトを更新してから、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::KeptStates</name>
    <message>
        <source>What publish %1 put on the server is not noted on this machine.</source>
        <translation>第%1回の公開でサーバーに置いたものの記録が、このパソコンにありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Kinds</name>
    <message>
        <source>the field “%1” has no name, no label or the unknown type “%2”</source>
        <translation>項目「%1」に名前か表示名がないか、種類「%2」が正しくありません</translation>
    </message>
    <message>
        <source>the kind has no name or no label</source>
        <translation>種類に名前か表示名がありません</translation>
    </message>
    <message>
        <source>The kind of page in %1 cannot be read: %2.</source>
        <translation>%1 のページの種類を読み取れません：%2。</translation>
    </message>
</context>
<context>
    <name>kakehashi::LinkMaking</name>
    <message>
        <source>This server makes no symbolic links, so the site cannot be switched by one. Let the target put files in place instead.</source>
        <translation>このサーバーではシンボリックリンクを作れないため、リンクでサイトを切り替えられません。公開先の設定で、ファイルごとの入れ替えを選んでください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::LinkProber</name>
    <message>
        <source>Asking other sites</source>
        <translation>ほかのサイトを調べています</translation>
    </message>
</context>
<context>
    <name>kakehashi::LinkRules</name>
    <message>
        <source>Two neighbouring links lead to %1. Make them one.</source>
        <translation>隣り合う2つのリンクが、どちらも %1 へのリンクです。1つにまとめてください。</translation>
    </message>
    <message>
        <source>There is no place &quot;%1&quot; on this page.</source>
        <translation>このページに「%1」という場所はありません。</translation>
    </message>
    <message>
        <source>The link to the file %1 does not say its type and size.</source>
        <translation>ファイル %1 へのリンクに、種類とサイズが書かれていません。</translation>
    </message>
    <message>
        <source>The picture that links to %1 has no alternative text, so the link has no name.</source>
        <translation>%1 へリンクする画像に代替テキストがないため、リンクに名前がありません。</translation>
    </message>
    <message>
        <source>The link to %1 has no words.</source>
        <translation>%1 へのリンクに文字がありません。</translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; opens a new window and does not say so.</source>
        <translation>リンク「%1」は新しいウィンドウで開きますが、そのことが書かれていません。</translation>
    </message>
    <message>
        <source>Links named &quot;%1&quot; lead to different places: %2 and %3.</source>
        <translation>「%1」という同じ名前のリンクが、別々の場所（%2 と %3）を指しています。</translation>
    </message>
    <message>
        <source>Visitors cannot follow a link to &quot;%1&quot;.</source>
        <translation>閲覧者は「%1」へのリンクをたどれません。</translation>
    </message>
    <message>
        <source>%1 is an address inside the office or this computer.</source>
        <translation>%1 は、庁内または自分のパソコンのアドレスです。</translation>
    </message>
    <message>
        <source>%1: does the site answer on https, too?</source>
        <translation>%1：https でも表示できませんか。</translation>
    </message>
    <message>
        <source>The link text is an address. Write what visitors find there.</source>
        <translation>リンクの文字がアドレスになっています。リンク先に何があるかを書いてください。</translation>
    </message>
    <message>
        <source>The link text &quot;%1&quot; does not say where it leads.</source>
        <translation>リンクの文字「%1」では、リンク先が分かりません。</translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; does not say that it leaves the site.</source>
        <translation>リンク「%1」がサイトの外へのリンクであることが書かれていません。</translation>
    </message>
    <message>
        <source>The page is little more than links to files. Say in a few sentences what is in them.</source>
        <translation>ページの内容が、ほぼファイルへのリンクだけです。ファイルの内容を文章で簡単に説明してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::LinkTarget</name>
    <message>
        <source>“%1” cannot lead to “%2”. Write a path of this site, such as /award/, or a whole address that begins with https://.</source>
        <translation>「%1」から「%2」へはリンクできません。/award/ のようなサイト内のパスか、https:// で始まるアドレスを書いてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::LocalFiles</name>
    <message>
        <source>%1 is a link to a folder that is not there.</source>
        <translation>%1 は、存在しないフォルダーへのリンクです。</translation>
    </message>
</context>
<context>
    <name>kakehashi::LocalTrace</name>
    <message>
        <source>Another window or script on this machine is publishing to this target. Wait until it has finished.</source>
        <translation>このパソコンの別のウィンドウかスクリプトが、この公開先に公開中です。終わるまでお待ちください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Lock</name>
    <message>
        <source>Somebody</source>
        <translation>ほかの担当者</translation>
    </message>
    <message>
        <source>another machine</source>
        <translation>別のパソコン</translation>
    </message>
    <message>
        <source>While this machine was asleep, somebody else took over publishing. Plan the publish again.</source>
        <translation>このパソコンがスリープしている間に、ほかの担当者が公開を引き継ぎました。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>Somebody else published in the meantime. Nothing more was changed; plan the publish again.</source>
        <translation>その間にほかの担当者が公開しました。これ以上は何も変更していません。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>Watching whether %1 is still publishing</source>
        <translation>%1がまだ公開中か確認しています</translation>
    </message>
    <message numerus="yes">
        <source>%1 is publishing this site from %2 right now (last sign of life %n s ago). Wait until that is finished, then plan again.</source>
        <translation>
            <numerusform>%1（%2）がこのサイトを公開しています（最後の動きは%n秒前）。終わるまで待ってから、もう一度、公開の内容を確認してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The lock of a publish that has ended is still on the server, and the server does not let it be removed. Ask its administrator to remove %1, and to let this account remove files.</source>
        <translation>終わった公開のロックがサーバーに残っていますが、サーバーが削除を許しません。%1を削除し、このアカウントにファイルの削除を許すよう、サーバーの管理者に依頼してください。</translation>
    </message>
    <message numerus="yes">
        <source>A publish from this computer (%1) left its lock on the server, or is under way from another copy of the site (last sign of life %n s ago). Publish again in two minutes: if nothing moves until then, the lock is taken over.</source>
        <translation>
            <numerusform>このパソコン（%1）からの公開のロックがサーバーに残っているか、このサイトの別の複製から公開しています（最後の動きは%n秒前）。2分ほどたってから、もう一度公開してください。それまで動きがなければ、ロックを引き継ぎます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::LockBreaking</name>
    <message>
        <source>%1 is publishing: the lock was renewed just now, so it was not broken. Wait until that publish is finished.</source>
        <translation>%1さんが公開しています。たった今ロックが更新されたため、解除しませんでした。その公開が終わるまでお待ちください。</translation>
    </message>
    <message>
        <source>The lock of %1 is gone, and %2 has one now. Nothing was broken; look again who is publishing.</source>
        <translation>%1さんのロックはなくなり、今は%2さんのロックがあります。何も解除していません。だれが公開しているかを、もう一度確かめてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Manifest</name>
    <message>
        <source>The list of published files on the server</source>
        <translation>サーバー上の公開ファイルの一覧</translation>
    </message>
    <message>
        <source>%1 names a file that cannot be ours (%2).</source>
        <translation>%1 に、当サイトのものではありえないファイル名が書かれています（%2）。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ManifestKey</name>
    <message>
        <source>This key was written by a newer version of this program. Update the program, then try again.</source>
        <translation>この鍵は、より新しい版で書き出されています。ソフトを更新してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This is no signature key. It is one line that begins with %1, as “Export the key” writes it.</source>
        <translation>署名の鍵ではありません。鍵は、「署名の鍵を書き出す…」で作られる、%1 で始まる1行です。</translation>
    </message>
    <message>
        <source>This is the key of another site (%1). Export it again from the computer that publishes this one.</source>
        <translation>別のサイト（%1）の鍵です。このサイトを公開しているパソコンから、書き出し直してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::MarkdownFolder</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The folder %1 is not there. Check its name.</source>
        <translation>フォルダー %1 がありません。名前を確認してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Media</name>
    <message>
        <source>The file %1 is not among the media of this site.</source>
        <translation>ファイル %1 は、このサイトのメディアにありません。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation>ほか%1件</translation>
    </message>
    <message>
        <source>%1 must keep its extension: .%2.</source>
        <translation>%1 の拡張子は .%2 のままにしてください。</translation>
    </message>
    <message>
        <source>There is a file %1 already. Choose another name.</source>
        <translation>%1 というファイルがすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be renamed: %2 use it by this name. Take it out there first.</source>
        <translation>%1 の名前は変えられません。%2で、この名前で使われています。先にそちらから外してください。</translation>
    </message>
    <message>
        <source>%1 is used by %2. Take it out there first.</source>
        <translation>%1 は%2で使われています。先にそちらから外してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a picture (%2). Save it again as JPEG or PNG.</source>
        <translation>%1 を画像として読み取れません（%2）。JPEG か PNG で保存し直してください。</translation>
    </message>
    <message>
        <source>%1 has %2 × %3 = %4 megapixels; at most %5 can be used. Make it smaller first: 4,000 pixels across are enough for any page.</source>
        <translation>%1 は %2 × %3（%4 メガピクセル）です。使えるのは %5 メガピクセルまでです。先に縮小してください。どのページでも幅 4,000 ピクセルあれば十分です。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). Take the original file again.</source>
        <translation>%1 は壊れています（%2）。元のファイルを選び直してください。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 は中身がありません。</translation>
    </message>
    <message>
        <source>%1 is called a picture but is none. Open it in a picture program and save it as JPEG or PNG.</source>
        <translation>%1 は画像のファイル名ですが、中身は画像ではありません。画像ソフトで開き、JPEG か PNG で保存してください。</translation>
    </message>
    <message>
        <source>%1 is of a type that a site should not hold. Pictures (JPEG, PNG, GIF, WebP, SVG), PDF, Office files, CSV, text and ZIP can be used.</source>
        <translation>%1 はサイトに置けない種類のファイルです。使えるのは、画像（JPEG、PNG、GIF、WebP、SVG）、PDF、Office ファイル、CSV、テキスト、ZIP です。</translation>
    </message>
    <message>
        <source>%1 holds active content (%2), which a site must not serve. Save it from the drawing program as plain SVG, or as PNG.</source>
        <translation>%1 には動作する内容（%2）が含まれており、サイトで配信できません。作図ソフトで通常の SVG か PNG として保存し直してください。</translation>
    </message>
    <message>
        <source>%1 is no SVG. Save it again as SVG from the drawing program.</source>
        <translation>%1 は SVG ではありません。作図ソフトから SVG として保存し直してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as SVG: line %2, %3. Save it again from the drawing program.</source>
        <translation>%1 を SVG として読み取れません（%2行目、%3）。作図ソフトで保存し直してください。</translation>
    </message>
    <message>
        <source>%1 says where it was taken. That is left out of what is published; the file in the site&apos;s folder still has it.</source>
        <translation>%1 には撮影場所が記録されています。公開するファイルからは除きます。サイトのフォルダーにある元のファイルには残っています。</translation>
    </message>
    <message>
        <source>%1 lacks its namespace or is not in UTF-8; browsers might show nothing. It is published with what is missing.</source>
        <translation>%1 は名前空間がないか、UTF-8 ではないため、ブラウザーで表示されないおそれがあります。公開するときに補います。</translation>
    </message>
    <message>
        <source>%1 holds notes such as the camera, the time or the author. They are left out of what is published.</source>
        <translation>%1 には、カメラ、日時、作成者などの記録があります。公開するファイルからは除きます。</translation>
    </message>
    <message>
        <source>%1 breaks off before its end. Take the original file again: what was copied or downloaded is not all of it.</source>
        <translation>%1 は途中で切れています。コピーまたはダウンロードが最後まで終わっていません。元のファイルを入れ直してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Mending</name>
    <message numerus="yes">
        <source>%n published file(s) are gone from the server and are sent again: %1</source>
        <translation>
            <numerusform>公開したファイルのうち%n件がサーバーからなくなっているため、送り直します：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published file(s) were changed on the server by other means. They are put right, and what lies there now is put aside on the server: %1</source>
        <translation>
            <numerusform>公開したファイルのうち%n件が、サーバー上でほかの方法により変更されています。公開したものに戻し、いまあるものはサーバー上に別に保管します：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) on the server cannot be read by visitors; their permissions are put right: %1</source>
        <translation>
            <numerusform>サーバー上のファイルまたはフォルダー%n件を閲覧者が読めません。権限を直します：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody but its own account may enter the folder %1 on the server (mode %2), so a web server that runs as another account shows visitors none of it. Have it opened on the server: chmod 755 %1</source>
        <translation>サーバーの公開先フォルダー %1 には、そのアカウントのほかはだれも入れません（権限 %2）。ウェブサーバーが別のアカウントで動いていると、閲覧者には何も表示されません。サーバーで chmod 755 %1 を行うか、管理者に依頼してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Menus</name>
    <message>
        <source>A menu item that leads to %1 has no label. Give it one.</source>
        <translation>%1 へのメニュー項目に表示名がありません。表示名を入力してください。</translation>
    </message>
    <message>
        <source>The menu item “%1” hangs under one that does not come before it.</source>
        <translation>メニュー項目「%1」の親が、その前にありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::NewKey</name>
    <message>
        <source>This computer&apos;s OpenSSL could not make a key. Update the system, or make one with ssh-keygen -t ed25519.</source>
        <translation>このパソコンの OpenSSL では鍵を作れませんでした。システムを更新するか、ssh-keygen -t ed25519 で作ってください。</translation>
    </message>
    <message>
        <source>%1 is there already. Give the new key another name.</source>
        <translation>%1 がすでにあります。新しい鍵には別の名前を付けてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::NewestKnown</name>
    <message>
        <source>publish %1 of %2</source>
        <translation>%2の第%1回の公開</translation>
    </message>
    <message>
        <source>publish %1</source>
        <translation>第%1回の公開</translation>
    </message>
    <message>
        <source>A backup was probably put back on the server, so what was corrected or taken away since may be public again. Publish again; that puts the present site over it.</source>
        <translation>サーバーでバックアップが復元された可能性があり、その後に訂正・削除した内容が再び公開されているおそれがあります。もう一度公開すると、現在のサイトで上書きされます。</translation>
    </message>
    <message>
        <source>The server&apos;s list of what was published is gone, although %1 is known here.</source>
        <translation>%1を把握していますが、サーバーにあるはずの公開ファイルの一覧がなくなっています。</translation>
    </message>
    <message>
        <source>The server went back to publish %1, although %2 is known here.</source>
        <translation>サーバーの内容が第%1回の公開に戻っています（%2まで把握しています）。</translation>
    </message>
    <message>
        <source>The server holds another publish %1 than the one that is known here, so it went back before that and was published from elsewhere.</source>
        <translation>サーバーにある第%1回の公開は、把握しているものと別のものです。いったん以前の状態に戻った後、ほかの場所から公開されています。</translation>
    </message>
    <message>
        <source>Nothing on this computer knew of an earlier publish to this target (no history, note or backup of the site, and no other target&apos;s list names one), so it cannot be told whether the server went back to a former state. From now on it can.</source>
        <translation>このパソコンには、この公開先への前の公開を示すものがありません（サイトの履歴・記録・バックアップにも、ほかの公開先の一覧にもありません）。そのため、サーバーが前の状態に戻されたかどうかは判断できません。次回からは判断できます。</translation>
    </message>
    <message>
        <source>The server holds publish %1, by %2 on %3 of %4, and this copy of the site knows only %5. Going on would put older pages over newer ones, so what was corrected or taken away since would be public again. Get the newer copy of the site first, or go on if this one is to replace it.</source>
        <translation>サーバーには第%1回の公開があります（%4、%2、%3から）が、このサイトフォルダーの記録にあるのは%5までです。続けると新しいページが古いものに戻り、その後に訂正・削除した内容が再び公開されます。先に新しいサイトフォルダーを受け取ってください。このサイトで置き換えるときだけ続けてください。</translation>
    </message>
    <message>
        <source>The list of published files on the server is not the one that publish %1 from this computer left there: somebody changed it on the server. Look at the files on the server before you publish again.</source>
        <translation>サーバーにある公開ファイルの一覧が、このパソコンからの第%1回の公開で残したものと違います。サーバーでだれかが書き換えています。次に公開する前に、サーバーのファイルを確かめてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::OutsideLinks</name>
    <message>
        <source>%1 has moved to %2.</source>
        <translation>%1 は %2 に移転しました。</translation>
    </message>
    <message>
        <source>%1 is not there any more (answer %2).</source>
        <translation>%1 はもうありません（応答 %2）。</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>応答 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 has not answered %n times in a row (%2).</source>
        <translation>
            <numerusform>%1 は%n回続けて応答がありません（%2）。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 did not answer (%2). Ask again another day.</source>
        <translation>%1 から応答がありませんでした（%2）。日を改めてもう一度調べてください。</translation>
    </message>
    <message>
        <source>Change to &quot;%1&quot;</source>
        <translation>「%1」に直す</translation>
    </message>
</context>
<context>
    <name>kakehashi::PageRules</name>
    <message>
        <source>May the mail address %1 be public?</source>
        <translation>メールアドレス %1 を公開してもよいですか。</translation>
    </message>
    <message>
        <source>May the telephone number %1 be public?</source>
        <translation>電話番号 %1 を公開してもよいですか。</translation>
    </message>
    <message>
        <source>%1 may be somebody&apos;s individual number (My Number), which must never be public.</source>
        <translation>%1 は個人番号（マイナンバー）の可能性があります。決して公開しないでください。</translation>
    </message>
    <message>
        <source>The page has no title.</source>
        <translation>ページに題名がありません。</translation>
    </message>
    <message numerus="yes">
        <source>The title has %n characters; search results show about %1.</source>
        <translation>
            <numerusform>題名が%n文字あります。検索結果に表示されるのは %1 文字程度です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The page has no summary. Search results and shared cards then show whatever comes first.</source>
        <translation>ページに概要がありません。検索結果や共有時のカードには、本文の冒頭が表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>The description has %n characters; search results show %1 or fewer.</source>
        <translation>
            <numerusform>説明文が%n文字あります。検索結果に表示されるのは %1 文字までです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The description has only %n characters. Say what visitors find here.</source>
        <translation>
            <numerusform>説明文が%n文字しかありません。何が書かれているページかを説明してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page has only %n characters.</source>
        <translation>
            <numerusform>ページの本文が%n文字しかありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of this %2 is empty.</source>
        <translation>この%2の項目「%1」が空欄です。</translation>
    </message>
    <message>
        <source>The page has no date, by which it is sorted and shown.</source>
        <translation>ページに日付がありません。日付は並べ替えと表示に使います。</translation>
    </message>
    <message>
        <source>The original &quot;%1&quot; was changed on %2, after this translation. See whether it still says the same.</source>
        <translation>元のページ「%1」が、この翻訳よりあと（%2）に変わっています。内容が合っているか確かめてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Pages</name>
    <message>
        <source>The home page cannot be moved: a site begins at /.</source>
        <translation>トップページは移動できません。サイトは必ず / から始まります。</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2, which lies under it. Choose a place outside it.</source>
        <translation>%1 を、その下にある %2 へは移動できません。その外の場所を選んでください。</translation>
    </message>
    <message>
        <source>The page %1 is not in this site. Look for it in the page tree or in the trash.</source>
        <translation>ページ %1 はこのサイトにありません。ページ一覧かごみ箱を確認してください。</translation>
    </message>
    <message>
        <source>Revision %1 of this page is not there.</source>
        <translation>このページに第%1版はありません。</translation>
    </message>
    <message>
        <source>The page %1 is not public yet. Publish it first.</source>
        <translation>ページ %1 はまだ公開されていません。先に公開してください。</translation>
    </message>
    <message>
        <source>There is a page at %1 already. Choose another path.</source>
        <translation>%1 にはすでにページがあります。別のパスを選んでください。</translation>
    </message>
    <message>
        <source>The home page cannot be put into the trash: a site needs one.</source>
        <translation>トップページはごみ箱に入れられません。サイトに必要なページです。</translation>
    </message>
    <message>
        <source>%1 cannot lead to itself once it is in the trash. Choose another page.</source>
        <translation>ごみ箱に入れる %1 自身を転送先にはできません。別のページを選んでください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Paste</name>
    <message>
        <source>everything but the plain text: it is too large</source>
        <translation>文字以外のすべて（大きすぎるため）</translation>
    </message>
    <message>
        <source>everything but the plain text: its HTML is nested too deeply</source>
        <translation>文字以外のすべて（HTML の入れ子が深すぎるため）</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that lie on another site (save them, then insert them)</source>
        <translation>
            <numerusform>ほかのサイトにある画像%n点（保存してから挿入してください）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that did not come along (insert them one by one)</source>
        <translation>
            <numerusform>クリップボードに含まれていない画像%n点（1点ずつ挿入してください）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedded object(s), such as videos or drawings</source>
        <translation>
            <numerusform>動画や図形などの埋め込み%n点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form field(s)</source>
        <translation>
            <numerusform>入力欄%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the target of %n link(s), which leads nowhere from this site</source>
        <translation>
            <numerusform>このサイトからはたどれないリンク先%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>comments</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>what exceeds the size of a table</source>
        <translation>表の大きさの上限を超えた部分</translation>
    </message>
</context>
<context>
    <name>kakehashi::PathGuard</name>
    <message>
        <source>The path %1 has an empty part between two slashes.</source>
        <translation>パス %1 では、スラッシュの間が空になっています。</translation>
    </message>
    <message>
        <source>The path %1 holds “%2”. Write the whole path from the top.</source>
        <translation>パス %1 に「%2」が含まれています。先頭からの完全なパスを書いてください。</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a path. Use small letters a to z, digits and hyphens only.</source>
        <translation>「%1」はパスに使えません。半角の小文字 a～z、数字、ハイフンだけを使ってください。</translation>
    </message>
    <message>
        <source>“%1” is the name of a device on Windows, where such a file cannot be made. Choose another word.</source>
        <translation>「%1」は Windows の装置名のため、ファイルを作れません。別の語を選んでください。</translation>
    </message>
    <message>
        <source>The file path %1 leaves its folder or has an empty part.</source>
        <translation>ファイルのパス %1 は、フォルダーの外に出ているか、空の部分があります。</translation>
    </message>
    <message>
        <source>The file path %1 holds a character that not every system takes.</source>
        <translation>ファイルのパス %1 に、使えない環境のある文字が含まれています。</translation>
    </message>
    <message>
        <source>In the file path %1 a name ends with a dot or a space, which Windows drops.</source>
        <translation>ファイルのパス %1 に、末尾がピリオドか空白の名前があります。Windows では末尾の文字が失われます。</translation>
    </message>
    <message>
        <source>The file path %1 holds the name of a Windows device.</source>
        <translation>ファイルのパス %1 に、Windows の装置名が含まれています。</translation>
    </message>
    <message>
        <source>In the file path %1 a name is too long.</source>
        <translation>ファイルのパス %1 に、長すぎる名前があります。</translation>
    </message>
    <message>
        <source>The path %1… is too long: %2 characters, at most %3 are allowed.</source>
        <translation>パス %1… は長すぎます（%2文字）。%3文字以内にしてください。</translation>
    </message>
    <message>
        <source>The path “%1” must begin and end with a slash, such as /kenmin/.</source>
        <translation>パス「%1」は、/kenmin/ のように先頭と末尾をスラッシュにしてください。</translation>
    </message>
    <message>
        <source>“%1” is no path within the site.</source>
        <translation>「%1」はサイト内のパスではありません。</translation>
    </message>
    <message>
        <source>The file path %1… is too long.</source>
        <translation>ファイルのパス %1… は長すぎます。</translation>
    </message>
    <message>
        <source>The file path %1 is not in the normal form of Unicode (NFC).</source>
        <translation>ファイルのパス %1 は、Unicode の標準の形（NFC）になっていません。</translation>
    </message>
    <message>
        <source>The file name %1… is too long: at most %2 characters are allowed.</source>
        <translation>ファイル名 %1… は長すぎます。%2文字以内にしてください。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a file on the site. Use small letters a to z, digits, hyphens and an extension, such as flyer-2025.pdf.</source>
        <translation>「%1」はサイトのファイル名に使えません。flyer-2025.pdf のように、半角の小文字 a～z、数字、ハイフンと拡張子で付けてください。</translation>
    </message>
    <message>
        <source>“%1” is the name of a device on Windows. Choose another name.</source>
        <translation>「%1」は Windows の装置名です。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>%1 and %2 would be one file on some systems. Rename one of them.</source>
        <translation>%1 と %2 は、環境によっては同じファイルになります。どちらかの名前を変えてください。</translation>
    </message>
    <message>
        <source>%1 is a file and cannot also be the folder of %2.</source>
        <translation>%1 はファイルなので、%2 のフォルダーにはできません。</translation>
    </message>
    <message>
        <source>%1 is where the program puts files of its own. Choose another path, such as %2.</source>
        <translation>%1 は、このソフトが自分のファイルを置く場所です。%2 など、別のパスを選んでください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::PlanReason</name>
    <message>
        <source>Page “%1”</source>
        <translation>ページ「%1」</translation>
    </message>
    <message>
        <source>List “%1”</source>
        <translation>一覧「%1」</translation>
    </message>
    <message>
        <source>Picture or file “%1”</source>
        <translation>画像・ファイル「%1」</translation>
    </message>
    <message>
        <source>Banner “%1”</source>
        <translation>バナー「%1」</translation>
    </message>
    <message>
        <source>Figures “%1”</source>
        <translation>統計「%1」</translation>
    </message>
    <message>
        <source>Theme file “%1”</source>
        <translation>テーマのファイル「%1」</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1：新規</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1：変更</translation>
    </message>
    <message>
        <source>%1: changed, and the old file is gone from the server</source>
        <translation>%1：変更（サーバー上の古いファイルはなくなっています）</translation>
    </message>
    <message>
        <source>No longer part of the site</source>
        <translation>サイトの一部ではなくなりました</translation>
    </message>
    <message>
        <source>Old version that no page uses any more</source>
        <translation>どのページでも使われなくなった古い版です</translation>
    </message>
    <message>
        <source>Is on the server already, with the same content</source>
        <translation>同じ内容のファイルがすでにサーバーにあります</translation>
    </message>
    <message>
        <source>A file that this program did not put there lies at this place</source>
        <translation>この場所に、このソフトが置いたものではないファイルがあります</translation>
    </message>
    <message>
        <source>Was changed on the server by other means since the last publish</source>
        <translation>前回の公開の後に、別の手段でサーバー上のファイルが変更されています</translation>
    </message>
    <message>
        <source>“%1” is a link or a file on the server, not a folder</source>
        <translation>サーバー上の「%1」は、フォルダーではなくリンクかファイルです</translation>
    </message>
    <message>
        <source>Not ours; kept as it is, as you chose</source>
        <translation>当サイトのものではないファイルです。指定のとおり、そのまま残します</translation>
    </message>
    <message>
        <source>Replaces a file that someone else put there, as you chose; that one is put aside</source>
        <translation>指定のとおり、ほかの人が置いたファイルを置き換えます。元のファイルは退避します</translation>
    </message>
    <message>
        <source>The site as a whole</source>
        <translation>サイト全体</translation>
    </message>
    <message>
        <source>%1: is gone from the server, is sent again</source>
        <translation>%1：サーバーからなくなっているため、送り直します</translation>
    </message>
    <message>
        <source>%1: was changed on the server by other means, is put right; what lies there is put aside</source>
        <translation>%1：サーバー上でほかの方法により変更されているため、公開したものに戻します。いまあるものは別に保管します</translation>
    </message>
    <message>
        <source>Lies where a folder of the site belongs; is put aside, as you chose</source>
        <translation>サイトのフォルダーがあるべき場所にあるため、ご指定どおり退避します</translation>
    </message>
    <message>
        <source>Was kept as you chose, and has been changed on the server since</source>
        <translation>ご指定によりそのまま残したファイルですが、その後サーバー上で変更されました</translation>
    </message>
</context>
<context>
    <name>kakehashi::PlanWork</name>
    <message>
        <source>The list of published files on the server is damaged or was changed by someone without this site&apos;s key. If you go on, files with the right content are taken over and all others are treated as someone else&apos;s.</source>
        <translation>サーバー上の公開ファイルの一覧が壊れているか、このサイトの鍵を持たない人によって変更されています。続けると、内容が一致するファイルは引き継ぎ、それ以外はほかの人のファイルとして扱います。</translation>
    </message>
    <message>
        <source>%1 on the server holds files that this program did not put there (%2). They are kept. Make sure that this is the right folder.</source>
        <translation>サーバーの %1 に、このソフトが置いたものではないファイルがあります（%2）。これらは残します。公開先のフォルダーが正しいか確認してください。</translation>
    </message>
    <message>
        <source>Another site (%1) was published to this folder last. If you go on, its files stay, as someone else&apos;s.</source>
        <translation>このフォルダーには、前回、別のサイト（%1）が公開されています。続けると、そのファイルはほかの人のファイルとして残ります。</translation>
    </message>
    <message>
        <source>The list of published files on the server is signed, and this computer does not have the site&apos;s key to check it with. Import the key from the computer that published last. If you go on without it, the list is believed as it is and the new one is not signed.</source>
        <translation>サーバーにある公開済みファイルの一覧には署名がありますが、このパソコンには確かめるための鍵がありません。前回公開したパソコンから鍵を読み込んでください。鍵なしで続けると、一覧をそのまま信用し、新しい一覧には署名が付きません。</translation>
    </message>
    <message>
        <source>The list of published files on the server is not signed although this site has a key. Either someone published from a computer without the key (see the history), or someone tampered with the server: then check the contents on the server first. If you go on, the new list is signed again.</source>
        <translation>このサイトには鍵があるのに、サーバーにある公開済みファイルの一覧に署名がありません。鍵のないパソコンから公開されたか（「履歴」で確かめられます）、サーバーが書き換えられたかです。書き換えのおそれがあるときは、先に「サーバーの確認」で中身を調べてください。続けると、新しい一覧にはまた署名が付きます。</translation>
    </message>
    <message>
        <source>%1 is no test server, and its visitors would be asked for a password. Take the password out of the target if the site is meant for everybody.</source>
        <translation>%1 は確認用の公開先ではありませんが、閲覧者にパスワードを求める設定になっています。だれでも見られるサイトなら、公開先の設定からパスワードを外してください。</translation>
    </message>
    <message>
        <source>The list of published files will not be signed, so that nobody can prove it was not changed: %1</source>
        <translation>公開済みファイルの一覧に署名が付かないため、書き換えられていないことを証明できません。%1</translation>
    </message>
    <message>
        <source>If you go on, files with the right content are taken over and all others are treated as someone else&apos;s.</source>
        <translation>続けると、内容が正しいファイルはこのサイトのものとして扱い、そのほかはすべて、ほかの人のファイルとして扱います。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Planner</name>
    <message>
        <source>The site is empty: nothing would be left on the server. Build the site again and look at the list of problems.</source>
        <translation>サイトが空のため、公開するとサーバーに何も残りません。もう一度サイトを作成し、問題の一覧を確認してください。</translation>
    </message>
    <message>
        <source>The site has no home page (index.html).</source>
        <translation>サイトにトップページ（index.html）がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on the server were made or changed by someone else. Decide for each whether to keep it or to replace it.</source>
        <translation>
            <numerusform>サーバー上の%n個のファイルが、ほかの人によって作成または変更されています。残すか置き換えるかを、それぞれ選んでください。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: names that begin with .kakehashi are kept for the program.</source>
        <translation>%1：.kakehashi で始まる名前は、このソフトが使います。</translation>
    </message>
    <message>
        <source>%1 of %2 files would be removed from the server.</source>
        <translation>%2個のファイルのうち%1個がサーバーから削除されます。</translation>
    </message>
    <message>
        <source>Nothing was published. %1</source>
        <translation>何も公開していません。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be replaced by this program, because a link or a folder that it cannot put aside is in the way: %1. Rename or remove that on the server by hand, then publish again.</source>
        <translation>
            <numerusform>%n個のファイルは、退避できないリンクまたはフォルダーが同じ場所にあるため、このソフトでは置き換えられません：%1。サーバー上でそれを手作業で改名または削除してから、もう一度公開してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::PrivateFile</name>
    <message>
        <source>%1 can be read by other accounts of this machine, and its permissions could not be changed. Ask whoever owns it to do so.</source>
        <translation>%1はこのコンピューターのほかのアカウントから読める状態ですが、権限を変更できませんでした。所有者に変更を依頼してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::PublishRun</name>
    <message>
        <source>The site is unchanged. Publish again when the connection is back: what was sent is not sent again.</source>
        <translation>サイトは変わっていません。接続が戻ったら、もう一度公開してください。送信済みのものは再送しません。</translation>
    </message>
    <message numerus="yes">
        <source>%n files that were sent already are still in %1; remove them there.</source>
        <translation>
            <numerusform>送信済みの%n個のファイルが%1に残っています。そこで削除してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n files that were sent already (%1 kB) were removed again.</source>
        <translation>
            <numerusform>送信済みの%n個のファイル（%1 kB）は削除しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::PublishSession</name>
    <message>
        <source>%1 leads through a symbolic link to %2; files are published there.</source>
        <translation>%1 はシンボリックリンクで %2 を指しています。ファイルはそこに公開します。</translation>
    </message>
    <message>
        <source>The folder %1 is not on the server. Correct it in the target&apos;s settings, or make it on the server first.</source>
        <translation>サーバーにフォルダー %1 がありません。公開先の設定を直すか、先にサーバーに作成してください。</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Nothing can be written into %1. Ask the server&apos;s administrator for write permission, and whether that disk is mounted read-only or full.</source>
        <translation>%1 に書き込めません。サーバーの管理者に書き込み権限を依頼し、ディスクが読み取り専用や空き容量なしになっていないかも確認してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Publisher</name>
    <message>
        <source>An earlier publish was cut off. Finish it or take it back first.</source>
        <translation>前回の公開が途中で止まっています。先に、完了させるか取り消してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Reconnect</name>
    <message numerus="yes">
        <source>Connection lost, trying again in %n s</source>
        <translation>
            <numerusform>接続が切れました。%n 秒後に再接続します</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>再接続しています</translation>
    </message>
</context>
<context>
    <name>kakehashi::Recovery</name>
    <message>
        <source>Another site&apos;s publish to this folder was cut off. Check the target&apos;s folder; finish that publish with its own site first.</source>
        <translation>このフォルダーへの、別のサイトの公開が途中で止まっています。公開先のフォルダーを確認し、先にそのサイトで公開を終わらせてください。</translation>
    </message>
    <message>
        <source>The publish cannot be finished: files changed on the server or what was sent is gone. Take it back, then publish again.</source>
        <translation>公開を完了できません。サーバーのファイルが変更されたか、送ったファイルがなくなっています。取り消してから、もう一度公開してください。</translation>
    </message>
    <message>
        <source>The record of an unfinished publish on the server (%1) is signed, and this computer does not have the site&apos;s key to check it with. Nothing was done by it. Import the key from the computer that publishes (`site key import`), or finish the publish there.</source>
        <translation>サーバーにある、途中で止まった公開の記録（%1）には署名がありますが、このパソコンには確認のためのサイトの鍵がありません。この記録に従った操作は何もしていません。公開しているパソコンから鍵を取り込む（site key import）か、そのパソコンで公開を完了してください。</translation>
    </message>
    <message>
        <source>The record of an unfinished publish on the server (%1) is not signed with this site&apos;s key, so somebody else may have put it there, or an older version of this program. Nothing was done by it. Finish that publish on the computer that began it, or look into the server.</source>
        <translation>サーバーにある、途中で止まった公開の記録（%1）には、このサイトの鍵による署名がありません。第三者が置いたものか、このソフトの古い版が作ったものかもしれません。この記録に従った操作は何もしていません。公開を始めたパソコンで完了するか、サーバーを調べてください。</translation>
    </message>
    <message>
        <source>`publish resume --set-aside` puts the record aside without doing anything by it; the next publish then looks at every file and puts it right.</source>
        <translation>publish resume --set-aside とすると、記録に従わずに別の場所へ移します。その次の公開で、すべてのファイルを確認して直します。</translation>
    </message>
    <message>
        <source>The record of the unfinished publish is genuine. Finish that publish or take it back; there is no need to put the record aside.</source>
        <translation>途中で止まった公開の記録は正当なものです。公開を完了するか取り消してください。記録を別に移す必要はありません。</translation>
    </message>
    <message>
        <source>The record of an unfinished publish on the server (%1) is that of publish %2, which is long over. Somebody put it back there. Nothing was done by it.</source>
        <translation>サーバーにある、途中で止まった公開の記録（%1）は、すでに終わっている第%2回の公開のものです。だれかが戻したものと考えられます。この記録に従った操作は何もしていません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Redirects</name>
    <message>
        <source>“%1” is no old address. Write it as it was after the host name, such as /post-1528; Japanese letters percent-encoded.</source>
        <translation>「%1」は旧アドレスとして使えません。/post-1528 のように、ホスト名より後の部分を書いてください。日本語はパーセント符号化します。</translation>
    </message>
    <message>
        <source>%1 is no status of a redirect. Use 301 (moved for good), 302, 307, 308 or 410 (gone).</source>
        <translation>%1 は転送の種類として使えません。301（恒久的な移動）、302、307、308、410（廃止）のいずれかにしてください。</translation>
    </message>
    <message>
        <source>%1 would lead to itself. Lead it to another page or address.</source>
        <translation>%1 の転送先が自分自身になります。別のページか URL を転送先にしてください。</translation>
    </message>
    <message>
        <source>%1 is redirected already. Change that redirect or remove it first.</source>
        <translation>%1 にはすでに転送が設定されています。その転送を変更するか、先に削除してください。</translation>
    </message>
    <message>
        <source>%1 is where the program puts files of its own, which visitors would no longer reach. Redirect another address.</source>
        <translation>%1 はこのソフトが自分のファイルを置く場所で、転送すると閲覧者に届かなくなります。別のアドレスを転送してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ReleaseSteps</name>
    <message>
        <source>%1 changed on the server since the plan was made. Nothing was published; plan again.</source>
        <translation>内容を確認した後に、サーバーの %1 が変更されました。何も公開していません。もう一度、公開の内容を確認してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ReleaseTree</name>
    <message>
        <source>The folder %1 on the server may not be read by this account, so what it holds cannot be carried over to a new version of the site. Ask the server&apos;s administrator for permission to read it, or let the target put files in place instead of switching the link.</source>
        <translation>サーバーのフォルダー %1 をこのアカウントでは読めないため、中のものを新しい版のサイトへ引き継げません。読めるようにサーバーの管理者に依頼するか、公開先の設定で、リンクの切り替えではなくファイルごとの入れ替えを選んでください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::RemoteFiles</name>
    <message>
        <source>%1 is not on the server (any more). Plan the publish again.</source>
        <translation>%1 はサーバーに（もう）ありません。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>%1 is on the server already and was left as it is. Plan the publish again.</source>
        <translation>%1 はすでにサーバーにあるため、そのまま残しました。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>The server does not let this account write %1. Ask its administrator for write permission there.</source>
        <translation>サーバーで、このアカウントには %1 への書き込みが許可されていません。サーバーの管理者に許可を依頼してください。</translation>
    </message>
    <message>
        <source>There is no space left on the server for %1. Free some space or raise the quota, then publish again.</source>
        <translation>サーバーに %1 のための空き容量がありません。空きを増やすか割当量を増やしてから、もう一度公開してください。</translation>
    </message>
    <message>
        <source>The server cannot do what is needed for %1 (%2).</source>
        <translation>サーバーは %1 に必要な操作に対応していません（%2）。</translation>
    </message>
    <message>
        <source>The server refused to change %1 (%2). Look at its permissions and free space, then publish again.</source>
        <translation>サーバーが %1 の変更を拒否しました（%2）。アクセス権と空き容量を確認してから、もう一度公開してください。</translation>
    </message>
    <message>
        <source>The server does not let this account read %1. Ask its administrator for read permission there.</source>
        <translation>サーバーは、このアカウントに%1の読み取りを許可していません。読み取り権限をサーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>The server could not read %1 (%2). Try again; when it stays so, tell the server&apos;s administrator.</source>
        <translation>サーバーが%1を読み取れませんでした（%2）。もう一度試し、続くようならサーバーの管理者に知らせてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Render</name>
    <message>
        <source>%1=%2 in the block &quot;%3&quot; is not understood. Possible is: %4.</source>
        <translation>部品「%3」の %1=%2 は使えません。使えるのは %4 です。</translation>
    </message>
    <message>
        <source>The button has no words. Write them between the two lines of colons.</source>
        <translation>ボタンに文字がありません。コロンの2行の間に書いてください。</translation>
    </message>
    <message>
        <source>There are no cards. Write kind=… in the braces, or lines like &quot;- [title](/path/) text&quot;.</source>
        <translation>カードがありません。波括弧の中に kind=… と書くか、「- [題名](/path/) 説明」の行を書いてください。</translation>
    </message>
    <message>
        <source>There is no series of figures named &quot;%1&quot;.</source>
        <translation>「%1」という統計はありません。</translation>
    </message>
    <message>
        <source>period=%1 is not understood. Write 24m, 5y or all.</source>
        <translation>period=%1 は使えません。24m、5y、all のように書いてください。</translation>
    </message>
    <message>
        <source>%1 columns are too narrow to read. Use up to %2.</source>
        <translation>%1列では狭くて読めません。%2列までにしてください。</translation>
    </message>
    <message>
        <source>There is no table inside this block. Write one with | between the cells.</source>
        <translation>この部品の中に表がありません。セルを | で区切って書いてください。</translation>
    </message>
    <message>
        <source>Blocks are nested more than %1 deep. Take some out.</source>
        <translation>部品の入れ子が %1 段を超えています。減らしてください。</translation>
    </message>
    <message>
        <source>The part in braces after &quot;%1&quot; is not understood. Write {name=value name=&quot;two words&quot;}.</source>
        <translation>「%1」の後の波括弧の中を読み取れません。{名前=値 名前=&quot;空白を含む値&quot;} のように書いてください。</translation>
    </message>
    <message>
        <source>This line ends a block, but none was begun. Delete it, or add &quot;::: name&quot; above.</source>
        <translation>この行は部品の終わりですが、始まりがありません。削除するか、上に「::: 部品名」を書いてください。</translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; never ends. Add a line &quot;%2&quot; where it should end.</source>
        <translation>部品「%1」が終わっていません。終わりにする位置に「%2」の行を加えてください。</translation>
    </message>
    <message>
        <source>The page is too long to be laid out. Split it into several.</source>
        <translation>ページが長すぎて組み立てられません。いくつかに分けてください。</translation>
    </message>
    <message>
        <source>There is no block named &quot;%1&quot;. Its content is shown without it. The names are: %2.</source>
        <translation>「%1」という部品はありません。中身だけを表示します。使える部品は %2 です。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is not among the media. Add it, or correct the name.</source>
        <translation>ファイル「%1」がメディアにありません。追加するか、名前を直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no picture. Link to it instead: [text](media:%1).</source>
        <translation>「%1」は画像ではありません。[文字](media:%1) の形でリンクにしてください。</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; has no alternative text. Write what it shows, or mark it as decoration among the media.</source>
        <translation>画像「%1」に代替テキストがありません。何の画像かを書くか、メディアで装飾として指定してください。</translation>
    </message>
    <message>
        <source>The page %1 is not open to visitors at this time.</source>
        <translation>ページ %1 は、この時点では公開期間外です。</translation>
    </message>
    <message>
        <source>There is no page %1 on this site. Correct the link.</source>
        <translation>ページ %1 はこのサイトにありません。リンクを直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address that may be linked to. Use https://…, a path of this site, media:… or mailto:….</source>
        <translation>「%1」にはリンクできません。https://…、サイト内のパス、media:…、mailto:… のいずれかを使ってください。</translation>
    </message>
    <message>
        <source>The page&apos;s title is its only first-level heading. Use ## here.</source>
        <translation>大見出し（#）はページの題名だけです。ここでは ## を使ってください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no drawing or holds a script. Save it as plain SVG.</source>
        <translation>「%1」は図ではないか、スクリプトを含んでいます。通常の SVG で保存してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no picture that browsers can show. Save it as JPEG or PNG and add it again.</source>
        <translation>「%1」はブラウザーで表示できる画像ではありません。JPEG か PNG で保存し、追加し直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large (%2 × %3 pixels). Scale it down to 6000 pixels or less at its longer side and add it again.</source>
        <translation>「%1」は大きすぎます（%2 × %3 ピクセル）。長辺を 6000 ピクセル以下に縮小し、追加し直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be read as a picture (%2). Save it again as JPEG or PNG and add it anew.</source>
        <translation>「%1」を画像として読み取れませんでした（%2）。JPEG か PNG で保存し直し、追加し直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not published: a web server might run such a file. Remove it from the media.</source>
        <translation>「%1」は公開しません。ウェブサーバーが実行するおそれのあるファイルです。メディアから削除してください。</translation>
    </message>
    <message>
        <source>The file of &quot;%1&quot; is missing or damaged in the site&apos;s media folder. Restore it from a backup or add it again.</source>
        <translation>「%1」のファイルが、サイトのメディアフォルダーにないか壊れています。バックアップから戻すか、追加し直してください。</translation>
    </message>
    <message>
        <source>A picture could not be scaled (%1). Try again.</source>
        <translation>画像を縮小できませんでした（%1）。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The site has nothing at %1.</source>
        <translation>サイトの %1 には何もありません。</translation>
    </message>
    <message>
        <source>The page is no longer part of the site. Choose another one.</source>
        <translation>このページはサイトからなくなりました。別のページを選んでください。</translation>
    </message>
    <message>
        <source>%1 is left from the last build and could not be deleted. Check the permissions of its folder.</source>
        <translation>前回作成した %1 が残っており、削除できませんでした。フォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>%1 was not saved. Check the folder&apos;s permissions and space.</source>
        <translation>%1 を保存できませんでした。フォルダーのアクセス権と空き容量を確認してください。</translation>
    </message>
    <message>
        <source>The stored file %1 is missing from %2. Build the site again.</source>
        <translation>保存済みのファイル %1 が %2 にありません。サイトをもう一度作成してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; would both be %3. Change the path of one of them.</source>
        <translation>「%1」と「%2」が、どちらも %3 になります。どちらかのパスを変えてください。</translation>
    </message>
    <message>
        <source>Building pages</source>
        <translation>ページを作成しています</translation>
    </message>
    <message>
        <source>Preparing pictures and files</source>
        <translation>画像とファイルを準備しています</translation>
    </message>
    <message>
        <source>Feed of what is new</source>
        <translation>新着情報の配信ファイル</translation>
    </message>
    <message>
        <source>List of pages for search engines</source>
        <translation>検索エンジン向けのページ一覧</translation>
    </message>
    <message>
        <source>Rules for search engines</source>
        <translation>検索エンジン向けの規則</translation>
    </message>
    <message>
        <source>Redirect from %1</source>
        <translation>%1からの転送</translation>
    </message>
    <message>
        <source>the partial &quot;%1&quot; is missing (%2)</source>
        <translation>部分テンプレート「%1」がありません（%2）</translation>
    </message>
    <message>
        <source>the partial &quot;%1&quot; includes itself</source>
        <translation>部分テンプレート「%1」が自分自身を読み込んでいます</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the theme&apos;s assets</source>
        <translation>「%1」はテーマの素材にありません</translation>
    </message>
    <message>
        <source>%1 leads out of the theme&apos;s folder. Put the file itself there.</source>
        <translation>%1 はテーマのフォルダーの外を指しています。ファイルそのものをテーマに置いてください。</translation>
    </message>
    <message>
        <source>theme.json is missing: this folder is no theme. Choose a folder with theme.json, templates and assets.</source>
        <translation>theme.json がないため、テーマのフォルダーではありません。theme.json、templates、assets のあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The theme folder %1 is not there. Restore it or choose another theme.</source>
        <translation>テーマのフォルダー %1 がありません。元に戻すか、別のテーマを選んでください。</translation>
    </message>
    <message>
        <source>templates/page.mustache is missing. Every theme needs it: pages whose kind has no template of its own are made with it.</source>
        <translation>templates/page.mustache がありません。専用のテンプレートがない種類のページに使うため、どのテーマにも必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; counts other periods than the first series of the chart. Show it in a chart of its own.</source>
        <translation>「%1」は、図の最初の統計と期間の単位（月・年）が違います。別の図にしてください。</translation>
    </message>
    <message>
        <source>Building the search</source>
        <translation>検索の索引を作成しています</translation>
    </message>
    <message>
        <source>Name and icons for phones</source>
        <translation>スマートフォン向けの名称とアイコン</translation>
    </message>
    <message>
        <source>Whom to tell of a weakness</source>
        <translation>脆弱性の連絡先</translation>
    </message>
    <message>
        <source>Painting pictures for sharing</source>
        <translation>共有用の画像を作成しています</translation>
    </message>
    <message>
        <source>Site search</source>
        <translation>サイト内検索</translation>
    </message>
    <message>
        <source>Settings of the web server</source>
        <translation>ウェブサーバーの設定</translation>
    </message>
    <message>
        <source>Key for telling search engines</source>
        <translation>検索エンジンへの通知の鍵</translation>
    </message>
    <message>
        <source>the section &quot;%1&quot; never ends</source>
        <translation>セクション「%1」が閉じられていません</translation>
    </message>
    <message>
        <source>the tag that begins here never ends</source>
        <translation>ここから始まるタグが閉じられていません</translation>
    </message>
    <message>
        <source>the section &quot;%1&quot; ends but never began</source>
        <translation>セクション「%1」の終わりがありますが、始まりがありません</translation>
    </message>
    <message>
        <source>the section &quot;%1&quot; is ended by &quot;%2&quot;</source>
        <translation>セクション「%1」が「%2」で閉じられています</translation>
    </message>
    <message>
        <source>other delimiters are written {{=&lt;% %&gt;=}}</source>
        <translation>区切り記号の変更は {{=&lt;% %&gt;=}} のように書きます</translation>
    </message>
    <message>
        <source>Quotes or lists are nested too deep here, or too many pictures stand in one paragraph. The part is shown as it was typed. Divide it.</source>
        <translation>引用や箇条書きの入れ子が深すぎるか、1つの段落に画像が多すぎます。この部分は入力したとおりに表示されます。分けて書いてください。</translation>
    </message>
    <message>
        <source>&lt;/%1&gt; ends nothing here and was left out.</source>
        <translation>終了タグ &lt;/%1&gt; に対応する開始タグがないため、除かれました。</translation>
    </message>
    <message>
        <source>HTML has no tag %1; it is shown as text.</source>
        <translation>%1 という HTML のタグはないため、文字のまま表示されます。</translation>
    </message>
    <message>
        <source>&lt;%1&gt; is never ended here. Add &lt;/%1&gt; where it should end.</source>
        <translation>&lt;%1&gt; が閉じられていません。終わりにする位置に &lt;/%1&gt; を書いてください。</translation>
    </message>
    <message>
        <source>HTML has no tag %1; it was left out.</source>
        <translation>%1 という HTML のタグはないため、除かれました。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads above the top of the site. Correct the link.</source>
        <translation>「%1」はサイトの最上位より上を指しています。リンクを直してください。</translation>
    </message>
    <message>
        <source>&lt;%1&gt; cannot stand within a line here; its text was kept.</source>
        <translation>&lt;%1&gt; は文の途中のここには置けません。中の文字だけを残しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Rollback</name>
    <message>
        <source>Fetching earlier files</source>
        <translation>以前のファイルを取り寄せています</translation>
    </message>
    <message>
        <source>%1 as it was then is damaged on the server, so that state cannot be published again.</source>
        <translation>当時の %1 がサーバー上で壊れているため、その状態を再び公開することはできません。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of that state are neither on this machine nor on the server any more, so it cannot be published again.</source>
        <translation>
            <numerusform>その状態の%n個のファイルが、このパソコンにもサーバーにも残っていないため、再び公開することはできません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::RuleBook</name>
    <message>
        <source>%1: the rule &quot;%2&quot; has no id or severity, or stands there twice.</source>
        <translation>%1：規則「%2」に ID か重要度がないか、同じ ID が2つあります。</translation>
    </message>
    <message>
        <source>There is no rule &quot;%1&quot;.</source>
        <translation>「%1」という規則はありません。</translation>
    </message>
    <message>
        <source>%1: a group has no severity must, should or ask.</source>
        <translation>%1：まとまりの重要度が must、should、ask のいずれでもありません。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not one character.</source>
        <translation>%1：「%2」は1文字ではありません。</translation>
    </message>
    <message>
        <source>%1: the pattern &quot;%2&quot; cannot be used: %3</source>
        <translation>%1：パターン「%2」を使えません：%3</translation>
    </message>
    <message>
        <source>The rules in %1 cannot be read: %2</source>
        <translation>%1 の規則を読み取れません：%2</translation>
    </message>
    <message>
        <source>%1 is no valid JSON at byte %2: %3</source>
        <translation>%1 の %2 バイト目が JSON として正しくありません：%3</translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; stops publishing, because what it finds breaks the law or the page. It cannot be made weaker; let a single place pass with an exception and its reason.</source>
        <translation>規則「%1」は、法令に反するもの、またはページを壊すものを見つけて公開を止めます。弱めることはできません。一か所だけ通すときは、理由を書いて例外にしてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Sample</name>
    <message>
        <source>The sample is not whole: %1: %2</source>
        <translation>見本に不備があります（%1：%2）</translation>
    </message>
    <message>
        <source>%1 is not in media/.</source>
        <translation>media/ に %1 がありません。</translation>
    </message>
    <message>
        <source>Copying pictures and files</source>
        <translation>画像とファイルをコピーしています</translation>
    </message>
    <message>
        <source>the name is not safe, or %1 has the same content.</source>
        <translation>名前が安全でないか、%1 と内容が同じです。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>見本</translation>
    </message>
    <message>
        <source>the file is missing.</source>
        <translation>ファイルがありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::SearchNotice</name>
    <message>
        <source>Telling search engines</source>
        <translation>検索エンジンに通知しています</translation>
    </message>
    <message>
        <source>They did not answer (%1).</source>
        <translation>応答がありませんでした（%1）。</translation>
    </message>
    <message>
        <source>They could not read what was sent (answer 400).</source>
        <translation>送った内容を読み取れませんでした（応答400）。</translation>
    </message>
    <message>
        <source>They could not find the key of this site (answer 403). Publish once more so that %1 is there, or wait until they have read it.</source>
        <translation>このサイトの鍵を確認できませんでした（応答403）。もう一度公開して %1 が置かれるようにするか、読み取られるまで待ってください。</translation>
    </message>
    <message>
        <source>The addresses do not belong to %1 for them, or the key there is another one (answer 422). See that the public address in the settings is right, and publish.</source>
        <translation>アドレスが %1 のものと認められないか、置かれている鍵が違います（応答422）。設定の公開アドレスを確かめて、公開してください。</translation>
    </message>
    <message>
        <source>They ask for patience (answer 429): too many requests in a short time.</source>
        <translation>短い時間に通知が多すぎるため、待つように求められました（応答429）。</translation>
    </message>
    <message>
        <source>They answered %1.</source>
        <translation>応答は %1 でした。</translation>
    </message>
    <message>
        <source>Search engines were not told: by its settings, %1 is not where visitors find %2.</source>
        <translation>検索エンジンには通知していません。設定では、公開先「%1」は閲覧者が見る %2 ではありません。</translation>
    </message>
    <message>
        <source>Telling search engines is switched off in the settings.</source>
        <translation>検索エンジンへの通知は、設定でオフになっています。</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>中止しました</translation>
    </message>
    <message numerus="yes">
        <source>Search engines were told of %n changed page(s).</source>
        <translation>
            <numerusform>検索エンジンに、変わったページ %n 件を通知しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait and are sent with the next publish.</source>
        <translation>
            <numerusform>%n 件は取っておき、次の公開のときに送ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Search engines were not told of the changes.</source>
        <translation>検索エンジンに通知できませんでした。</translation>
    </message>
    <message>
        <source>They want to hear nothing before %1 (answer 429): too many requests in a short time.</source>
        <translation>短い時間に通知が多すぎたため、%1までは受け付けないとのことです（応答429）。</translation>
    </message>
</context>
<context>
    <name>kakehashi::SecretStore</name>
    <message>
        <source>No password is kept for this yet. Enter it once.</source>
        <translation>パスワードはまだ保存されていません。一度入力してください。</translation>
    </message>
    <message>
        <source>The keyring did not give the password out. Unlock the keyring and try again, or enter the password.</source>
        <translation>キーチェーンからパスワードを取り出せませんでした。キーチェーンのロックを解除してもう一度試すか、パスワードを入力してください。</translation>
    </message>
    <message>
        <source>This computer has no keyring, so passwords cannot be kept and are asked for each time. Install GNOME Keyring or KWallet, or use a key file or an SSH agent.</source>
        <translation>このパソコンにはキーチェーンがないため、パスワードを保存できず、毎回入力が必要です。GNOME Keyring か KWallet を導入するか、鍵ファイルまたは SSH エージェントを使ってください。</translation>
    </message>
    <message>
        <source>The keyring failed (%1). Unlock it and try again.</source>
        <translation>キーチェーンでエラーが起きました（%1）。ロックを解除してもう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Seo</name>
    <message>
        <source>%1 is damaged, so there is nothing to compare with. Move the file away and write the proposal again.</source>
        <translation>%1 が壊れているため、前回と比べられません。ファイルを別の場所に移してから、提案書を作り直してください。</translation>
    </message>
    <message>
        <source>%1 is malformed.</source>
        <translation>%1 の形式が正しくありません。</translation>
    </message>
    <message>
        <source>Looking at pages as search engines do</source>
        <translation>検索での見え方を調べています</translation>
    </message>
</context>
<context>
    <name>kakehashi::ServerTraits</name>
    <message>
        <source>This server cannot replace a file in one step; while a publish goes live, a changed page may be missing for a moment.</source>
        <translation>このサーバーはファイルを一度に置き換えられません。公開の切り替え中、変更したページが一瞬表示されないことがあります。</translation>
    </message>
    <message>
        <source>This server makes no hard links; old versions are copied or moved, which takes longer.</source>
        <translation>このサーバーではハードリンクを作れません。旧版はコピーまたは移動するため、時間がかかります。</translation>
    </message>
    <message>
        <source>This server cannot be told to write to its disk at once; a power cut there may need a repair.</source>
        <translation>このサーバーには直ちにディスクへ書き込むよう指示できません。サーバーが停電した場合、修復が必要になることがあります。</translation>
    </message>
    <message>
        <source>This server does not let the time of a file be set; the list of published files holds the times that the server gives.</source>
        <translation>このサーバーではファイルの更新日時を設定できません。公開済みファイルの一覧には、サーバーが付けた日時を記録します。</translation>
    </message>
    <message>
        <source>This server renames over files that are there. Before each new file is put in place it is looked whether the place is free; a file that someone else puts there in the same moment could be lost.</source>
        <translation>このサーバーは名前の変更で既存のファイルを上書きします。新しいファイルを置く前に空いているかを確かめますが、同じ瞬間に他の人が置いたファイルは失われるおそれがあります。</translation>
    </message>
    <message>
        <source>This server takes names that differ only in upper and lower case for the same file.</source>
        <translation>このサーバーは、大文字と小文字だけが違う名前を同じファイルとして扱います。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Sftp</name>
    <message>
        <source>The server does not answer any more. Check the network connection and try again.</source>
        <translation>サーバーの応答がなくなりました。ネットワーク接続を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The server answers what was not asked. Its SFTP service is faulty; tell its operator.</source>
        <translation>サーバーから、要求していない応答が返りました。サーバーの SFTP に不具合があります。サーバーの管理者に連絡してください。</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く操作</translation>
    </message>
    <message>
        <source>read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>write</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>make</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>rename or link</source>
        <translation>名前の変更またはリンクの作成</translation>
    </message>
    <message>
        <source>look at</source>
        <translation>情報の取得</translation>
    </message>
    <message>
        <source>%1 does not exist on the server.</source>
        <translation>サーバーに %1 がありません。</translation>
    </message>
    <message>
        <source>The account may not %1 %2 on the server. Ask the server&apos;s operator for write permission there.</source>
        <translation>サーバーの %2 に対する%1は、このアカウントに許可されていません。サーバーの管理者に許可を依頼してください。</translation>
    </message>
    <message>
        <source>The server cannot %1 %2: it does not support this operation.</source>
        <translation>サーバーの %2 に対する%1はできません。サーバーがこの操作に対応していません。</translation>
    </message>
    <message>
        <source>The server lost the connection to its own storage at %1. Try again later.</source>
        <translation>サーバーが、%1 の処理中に自身の保存装置に接続できなくなりました。時間をおいてもう一度お試しください。</translation>
    </message>
    <message>
        <source>The server could not %1 %2 and does not say why. No free space, a quota or a folder in the way are common causes.</source>
        <translation>サーバーの %2 に対する%1ができませんでした。理由は示されていません。空き容量の不足、容量の制限、同じ名前のフォルダーなどがよくある原因です。</translation>
    </message>
    <message>
        <source>The server gave an answer for %1 that does not fit the question.</source>
        <translation>%1 について、サーバーから要求に合わない応答が返りました。</translation>
    </message>
    <message>
        <source>%1 is already on the server.</source>
        <translation>%1 はすでにサーバーにあります。</translation>
    </message>
    <message>
        <source>There is no space left on the server for %1. Free some or ask the server&apos;s operator for more, then try again.</source>
        <translation>サーバーに %1 のための空き容量がありません。空きを増やすかサーバーの管理者に依頼して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 on the server is larger than the %2 bytes that such a file may have.</source>
        <translation>サーバー上の %1 が、このファイルの上限 %2 バイトを超えています。</translation>
    </message>
    <message>
        <source>%1 has changed while it was being sent. Publish again.</source>
        <translation>%1 が送信中に変更されました。もう一度公開してください。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 を読み取れませんでした：%2</translation>
    </message>
    <message>
        <source>%1 has %2 bytes on the server instead of %3. Publish again.</source>
        <translation>サーバー上の %1 が %3 バイトではなく %2 バイトになっています。もう一度公開してください。</translation>
    </message>
    <message numerus="yes">
        <source>The server is still there, but its SFTP service has not answered for %n s: it is stuck. Try again later; when it stays so, tell the server&apos;s operator.</source>
        <translation>
            <numerusform>サーバーとはつながっていますが、SFTP サービスが%n秒間応答せず、止まっています。しばらくしてからもう一度試し、続くようならサーバーの管理者に知らせてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The account may not read %1 on the server. Ask the server&apos;s operator for read permission there.</source>
        <translation>このアカウントは、サーバーの%1を読み取れません。読み取り権限をサーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>The server could not read %1 and does not say why. Try again; when it stays so, tell the server&apos;s operator.</source>
        <translation>サーバーが%1を読み取れませんでした。理由は示されていません。もう一度試し、続くようならサーバーの管理者に知らせてください。</translation>
    </message>
    <message>
        <source>%1 on the server holds more than %2 names, which is more than this program reads. If there are not that many files, the server&apos;s SFTP service is faulty; tell its operator.</source>
        <translation>サーバーの%1には%2件を超える名前があり、このソフトが読み取れる数を超えています。実際にそれほど多くのファイルがなければ、サーバーの SFTP サービスの不具合です。管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The server lists %1 without coming to an end. Its SFTP service is faulty; tell its operator.</source>
        <translation>サーバーが返す%1の一覧が終わりません。SFTP サービスの不具合です。管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The names in %1 on the server take more than %2 MB, which is more than this program reads. If they are not that long, the server&apos;s SFTP service is faulty; tell its operator.</source>
        <translation>サーバーの %1 にあるファイル名が合わせて %2 MB を超え、このソフトで読める量を超えています。名前がそれほど長くないのであれば、サーバーの SFTP の不具合です。サーバーの管理者に知らせてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Shadows</name>
    <message>
        <source>Another home page lies there: %1. The .htaccess of this site lets Apache show ours; another web server may go on showing that one. Look at the site after publishing, and remove it when it is no longer needed.</source>
        <translation>別のトップページがあります：%1。このサイトの .htaccess により、Apache ではこちらのページが表示されますが、ほかのウェブサーバーではそちらが表示され続けることがあります。公開後にサイトを確認し、不要になったら削除してください。</translation>
    </message>
    <message>
        <source>Rules of somebody else&apos;s may lead visitors away from our pages: %1. In the docroot ours take their place only if you say so; in a folder theirs hold for all that lies in it.</source>
        <translation>ほかの人の設定により、閲覧者がこちらのページから別の場所へ導かれることがあります：%1。公開フォルダー直下のものは、指定したときだけこちらの設定に置き換わります。フォルダー内のものは、その中のすべてに効きます。</translation>
    </message>
    <message>
        <source>Somebody else&apos;s settings ask visitors for a password or turn them away: %1. Pages of ours that lie there would not be seen by everybody.</source>
        <translation>ほかの人の設定により、閲覧者がパスワードを求められるか、拒否されます：%1。そこに置かれるこちらのページは、だれでも見られるわけではありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Site</name>
    <message>
        <source>The site has no id.</source>
        <translation>サイトに ID がありません。</translation>
    </message>
    <message>
        <source>Give the site a name.</source>
        <translation>サイトの名前を入力してください。</translation>
    </message>
    <message>
        <source>%1 is no colour. Write it as #RRGGBB.</source>
        <translation>%1 は色として使えません。#RRGGBB の形で書いてください。</translation>
    </message>
    <message>
        <source>A list page can show 1 to %1 entries, not %2.</source>
        <translation>一覧に表示できるのは 1～%1 件です（指定は %2 件）。</translation>
    </message>
    <message>
        <source>%1 holds no site. Put the latest good backup in its place.</source>
        <translation>%1 にサイトがありません。正常な最新のバックアップを戻してください。</translation>
    </message>
    <message>
        <source>The id of a site cannot change.</source>
        <translation>サイトの ID は変更できません。</translation>
    </message>
    <message>
        <source>The site&apos;s address cannot be read. Write it as in a browser, such as https://portal.example.jp.</source>
        <translation>サイトのアドレスを読み取れません。https://portal.example.jp のように、ブラウザーに入力する形で書いてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::SiteAddress</name>
    <message>
        <source>“%1” is no address of a site. Write it as in a browser, such as https://portal.example.jp.</source>
        <translation>「%1」はサイトのアドレスではありません。https://portal.example.jp のように、ブラウザーと同じ形で入力してください。</translation>
    </message>
    <message>
        <source>The site&apos;s address must not hold a user name. Write %1.</source>
        <translation>サイトのアドレスに利用者名を含めることはできません。%1 と入力してください。</translation>
    </message>
    <message>
        <source>The site&apos;s address “%1” ends with “?…” or “#…”, which belongs to a single page. Write %2.</source>
        <translation>サイトのアドレス「%1」に、個々のページのものである「?…」や「#…」が付いています。%2 と入力してください。</translation>
    </message>
    <message>
        <source>“%1” leads to a folder of its host. The links of a site lead from the top of its host, so it needs a host of its own: write %2, or have a name such as portal.%3 made for it.</source>
        <translation>「%1」はホストの中のフォルダーを指しています。サイトのリンクはホストの最上位から始まるため、サイト専用のホストが必要です。%2 と入力するか、portal.%3 のような名前を用意してもらってください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::SiteParts</name>
    <message>
        <source>%1 is not whole: %2</source>
        <translation>%1 が壊れています：%2</translation>
    </message>
    <message>
        <source>The site&apos;s settings are kept as they are.</source>
        <translation>サイトの設定は、今のまま残しました。</translation>
    </message>
    <message>
        <source>The menu “%1” is kept as it is.</source>
        <translation>メニュー「%1」は、今のまま残しました。</translation>
    </message>
    <message>
        <source>%1 goes on leading to %2.</source>
        <translation>%1 の転送先は、今のまま %2 です。</translation>
    </message>
    <message>
        <source>the period is none of month, year, fiscalYear.</source>
        <translation>期間は month、year、fiscalYear のいずれかにしてください。</translation>
    </message>
    <message>
        <source>The figures “%1” are kept as they are.</source>
        <translation>統計「%1」は、今のまま残しました。</translation>
    </message>
    <message>
        <source>The banner “%1” is kept as it is.</source>
        <translation>バナー「%1」は、今のまま残しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::SiteRules</name>
    <message>
        <source>The picture %1 has no alternative text and is not marked as decoration.</source>
        <translation>画像 %1 に代替テキストがなく、装飾としても指定されていません。</translation>
    </message>
    <message>
        <source>A banner that leads to %1 has no title.</source>
        <translation>%1 へのバナーに題名がありません。</translation>
    </message>
    <message>
        <source>The banner &quot;%1&quot; ended on %2. Is it still needed?</source>
        <translation>バナー「%1」は%2に掲載が終わりました。まだ必要ですか。</translation>
    </message>
    <message>
        <source>The site&apos;s colour %1 has a contrast of %2 with white; 4.5 is the least. Choose a darker one.</source>
        <translation>サイトの色 %1 と白の比は %2 です。4.5 以上が必要です。もっと濃い色を選んでください。</translation>
    </message>
    <message>
        <source>The site has no name.</source>
        <translation>サイトの名前がありません。</translation>
    </message>
    <message>
        <source>The site does not say whose it is.</source>
        <translation>サイトの運営者が書かれていません。</translation>
    </message>
    <message>
        <source>The site says no telephone number and no mail address to ask at.</source>
        <translation>問合せ先の電話番号もメールアドレスも書かれていません。</translation>
    </message>
    <message>
        <source>The site&apos;s address does not begin with https://.</source>
        <translation>サイトのアドレスが https:// で始まっていません。</translation>
    </message>
    <message>
        <source>A link leads to %1, where the site has nothing.</source>
        <translation>リンク先 %1 がサイトにありません。</translation>
    </message>
    <message>
        <source>The page %1 has no place &quot;#%2&quot;.</source>
        <translation>ページ %1 に「#%2」という場所はありません。</translation>
    </message>
    <message>
        <source>No page of the site leads here.</source>
        <translation>サイトのどのページからもリンクされていません。</translation>
    </message>
    <message>
        <source>The redirect of %1 never ends.</source>
        <translation>%1 の転送が循環しています。</translation>
    </message>
    <message numerus="yes">
        <source>The redirect of %1 leads over %n step(s) to %2. Let it lead there at once.</source>
        <translation>
            <numerusform>%1 の転送は%n回の転送を経て %2 に届きます。直接転送するようにしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The redirect of %1 leads to %2, where the site has nothing.</source>
        <translation>%1 の転送先 %2 がサイトにありません。</translation>
    </message>
    <message>
        <source>%1 is both a page and a redirect. Delete one of them.</source>
        <translation>%1 にページと転送の両方があります。どちらかを削除してください。</translation>
    </message>
    <message>
        <source>The title &quot;%1&quot; is that of %2, too.</source>
        <translation>題名「%1」は %2 の題名と同じです。</translation>
    </message>
    <message>
        <source>The description is that of %1, too.</source>
        <translation>説明文が %1 の説明文と同じです。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; hides where the keyboard is.</source>
        <translation>「%1」により、キーボードの位置が見えなくなっています。</translation>
    </message>
    <message>
        <source>in the dark</source>
        <translation>（暗い配色）</translation>
    </message>
    <message>
        <source>in the light</source>
        <translation>（明るい配色）</translation>
    </message>
    <message>
        <source>The theme&apos;s %1 on %2 has a contrast of %3 %4; %5 is the least.</source>
        <translation>テーマの %1 と %2 のコントラスト比が %3 です%4。%5 以上にしてください。</translation>
    </message>
    <message>
        <source>%1 might be shown until %2 only. Take it out, or ask the rights holder and change the day in the media list.</source>
        <translation>「%1」を使えるのは%2まででした。掲載をやめるか、権利者に確かめて「メディア」で使用期限を改めてください。</translation>
    </message>
    <message>
        <source>%1 may be shown until %2. Ask the rights holder whether it may stay.</source>
        <translation>「%1」を使えるのは%2までです。続けて使えるか、権利者に確かめてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; puts a picture behind its text without a colour below it. Can the text be read everywhere?</source>
        <translation>「%1」は、下地の色を付けずに文字の後ろへ画像を置いています。どこでも文字が読めますか。</translation>
    </message>
    <message>
        <source>%1 of the site holds %2, which no page can show. It is left out. Type it anew.</source>
        <translation>サイトの設定の%1に、ページに表示できない文字 %2 が入っています。公開時には除かれます。入力し直してください。</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The line under the name</source>
        <translation>キャッチフレーズ</translation>
    </message>
    <message>
        <source>The description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>The organisation</source>
        <translation>組織名</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>The telephone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>The mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>The opening hours</source>
        <translation>受付時間</translation>
    </message>
    <message>
        <source>The copyright</source>
        <translation>著作権表示</translation>
    </message>
    <message>
        <source>The menu entry &quot;%1&quot;</source>
        <translation>メニュー項目「%1」</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture %1 breaks off before its end. Take the original file again and replace it.</source>
        <translation>画像「%1」は途中で切れています。元のファイルを入れ直して、差し替えてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) say where they were taken: %1. They are published without it; mind the originals when you hand them on.</source>
        <translation>
            <numerusform>撮影場所が記録された画像が%n件あります（%1）。公開するファイルからは除きます。元のファイルを渡すときは注意してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawing %1 lacks its namespace or is not in UTF-8. It is published with what is missing; save it again as SVG from the drawing program.</source>
        <translation>図「%1」は名前空間がないか、UTF-8 ではありません。公開するときに補いますが、作図ソフトで SVG として保存し直してください。</translation>
    </message>
    <message>
        <source>The redirect of %1 has no effect: the site has something there itself. Delete the redirect.</source>
        <translation>%1 の転送は働きません。その場所にはサイト自身のファイルがあります。転送を削除してください。</translation>
    </message>
    <message>
        <source>Browsers cannot show the drawing %1: it breaks off, or is no SVG by its namespace. Save it again as SVG from the drawing program.</source>
        <translation>図形 %1 はブラウザーで表示できません。途中で切れているか、SVG の名前空間ではありません。描画ソフトで SVG として保存し直してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::SomeOf</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Ssh</name>
    <message>
        <source>The server %1 is not known yet. Its key is %2, %3. Compare this with what the server&apos;s operator told you; if it is the same, confirm it.</source>
        <translation>サーバー %1 は初めて接続するサーバーです。鍵は %2、%3 です。サーバーの管理者から知らされたものと見比べ、同じであれば確認してください。</translation>
    </message>
    <message>
        <source>The key of server %1 has changed: it is now %2, but %3 was expected. Someone may be listening in, or the server was set up anew. Nothing was sent. Ask the server&apos;s operator before going on.</source>
        <translation>サーバー %1 の鍵が変わっています。現在の鍵は %2 ですが、登録されている鍵は %3 です。通信が盗聴されているか、サーバーが作り直された可能性があります。何も送っていません。続ける前にサーバーの管理者に確認してください。</translation>
    </message>
    <message>
        <source>The key of server %1, %2, is marked as revoked in %3. Nothing was sent. Ask the server&apos;s operator for the new key.</source>
        <translation>サーバー %1 の鍵 %2 は、%3 で失効とされています。何も送っていません。サーバーの管理者に新しい鍵を確認してください。</translation>
    </message>
    <message>
        <source>%1 does not offer SFTP to this account. Ask the server&apos;s operator to switch it on.</source>
        <translation>%1 では、このアカウントで SFTP を使えません。サーバーの管理者に利用の開始を依頼してください。</translation>
    </message>
    <message>
        <source>%1 does not run commands for this account.</source>
        <translation>%1 では、このアカウントでコマンドを実行できません。</translation>
    </message>
    <message>
        <source>%1 has ended the service. The account may not be allowed to use it, or the server is being restarted.</source>
        <translation>%1 がサービスを終了しました。アカウントに利用が許可されていないか、サーバーが再起動中の可能性があります。</translation>
    </message>
    <message>
        <source>The SSH library could not be started.</source>
        <translation>SSH ライブラリーを開始できませんでした。</translation>
    </message>
    <message>
        <source>%1 sent no usable host key.</source>
        <translation>%1 から有効なホスト鍵が送られませんでした。</translation>
    </message>
    <message>
        <source>%1 does not answer any more. Check the network connection and try again.</source>
        <translation>%1 の応答がなくなりました。ネットワーク接続を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 and this program have no encryption method or host key type in common. Ask the server&apos;s operator to allow ed25519 or ECDSA host keys and aes256-ctr with hmac-sha2-256.</source>
        <translation>%1 とこのソフトに共通の暗号方式またはホスト鍵の種類がありません。ed25519 か ECDSA のホスト鍵と、aes256-ctr・hmac-sha2-256 を使えるよう、サーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. Check the network connection and try again.</source>
        <translation>%1 との接続が切れました。ネットワーク接続を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 is a key in PuTTY&apos;s format. Export it with PuTTYgen as an OpenSSH key and choose that file.</source>
        <translation>%1 は PuTTY 形式の鍵です。PuTTYgen で OpenSSH 形式に書き出し、そのファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 is the public half of a key. Choose the private half, usually the file of the same name without “.pub”.</source>
        <translation>%1 は公開鍵です。秘密鍵（通常は「.pub」の付かない同じ名前のファイル）を選んでください。</translation>
    </message>
    <message>
        <source>%1 is not a private SSH key.</source>
        <translation>%1 は SSH の秘密鍵ではありません。</translation>
    </message>
    <message>
        <source>This computer&apos;s SSH library signs with RSA keys only in an old way that servers since OpenSSH 8.8 refuse. Make an ed25519 key (ssh-keygen -t ed25519) and have it added on the server.</source>
        <translation>このパソコンの SSH ライブラリーは RSA 鍵の署名が古い方式だけで、OpenSSH 8.8 以降のサーバーでは拒否されます。ed25519 の鍵を作り（ssh-keygen -t ed25519）、サーバーに登録してもらってください。</translation>
    </message>
    <message>
        <source>No key agent is running.</source>
        <translation>鍵エージェントが動いていません。</translation>
    </message>
    <message>
        <source>The key agent holds no key.</source>
        <translation>鍵エージェントに鍵がありません。</translation>
    </message>
    <message>
        <source>The key agent holds more keys than a server lets us try. Choose the right key file as well; its key is tried first.</source>
        <translation>鍵エージェントの鍵が多く、サーバーが許す回数では試しきれません。鍵ファイルも選んでください。その鍵を最初に試します。</translation>
    </message>
    <message>
        <source>the agent&apos;s key “%1”</source>
        <translation>エージェントの鍵「%1」</translation>
    </message>
    <message>
        <source>The key file %1 is locked with a passphrase; enter it.</source>
        <translation>鍵ファイル %1 はパスフレーズで保護されています。入力してください。</translation>
    </message>
    <message>
        <source>the key file %1</source>
        <translation>鍵ファイル %1</translation>
    </message>
    <message>
        <source>The passphrase does not open the key file %1.</source>
        <translation>入力したパスフレーズでは鍵ファイル %1 を開けません。</translation>
    </message>
    <message>
        <source>The key file %1 could not be read as a key.</source>
        <translation>鍵ファイル %1 を鍵として読み取れませんでした。</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>The server says that the password has expired.</source>
        <translation>サーバーから、パスワードの有効期限が切れていると応答がありました。</translation>
    </message>
    <message>
        <source>The server takes no passwords.</source>
        <translation>このサーバーではパスワードを使えません。</translation>
    </message>
    <message>
        <source>Nothing could be tried to log in at %1 as “%2”.</source>
        <translation>%1 に「%2」としてログインする手段が1つもありません。</translation>
    </message>
    <message>
        <source>%1 did not let “%2” in with %3.</source>
        <translation>%1 に「%2」として%3でログインできませんでした。</translation>
    </message>
    <message>
        <source>The server then closed the connection.</source>
        <translation>その後、サーバーが接続を閉じました。</translation>
    </message>
    <message>
        <source>The server offers: %1. Check user name and key or password in the target&apos;s settings.</source>
        <translation>サーバーで使える方式：%1。公開先の設定で、ユーザー名と鍵またはパスワードを確認してください。</translation>
    </message>
    <message>
        <source>The server name “%1” could not be found. Check the spelling and this computer&apos;s network connection.</source>
        <translation>サーバー名「%1」が見つかりません。つづりと、このパソコンのネットワーク接続を確認してください。</translation>
    </message>
    <message>
        <source>No connection to %1, port %2: %3. Check the address, the port and this computer&apos;s network connection.</source>
        <translation>%1（ポート %2）に接続できません：%3。アドレス、ポート番号、このパソコンのネットワーク接続を確認してください。</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>時間内に応答がありません</translation>
    </message>
    <message>
        <source>The command on %1 answers too much.</source>
        <translation>%1 でのコマンドの出力が多すぎます。</translation>
    </message>
    <message>
        <source>The server does not speak SFTP as it should. Often its login script prints a text; ask the server&apos;s operator to make logins without a terminal silent.</source>
        <translation>サーバーの SFTP の応答が正しくありません。ログイン時に文字を出力する設定がよくある原因です。端末のないログインでは何も出力しないよう、サーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>Check user name and key or password in the target&apos;s settings.</source>
        <translation>公開先の設定で、ユーザー名と鍵またはパスワードを確認してください。</translation>
    </message>
    <message>
        <source>%1 names a certificate authority for it; this program cannot check certificates, so the key itself has to be confirmed once.</source>
        <translation>%1には、このサーバーの認証局が登録されています。このソフトは証明書を確認できないため、鍵そのものを一度確認してください。</translation>
    </message>
    <message>
        <source>a web server (HTTP)</source>
        <translation>ウェブサーバー（HTTP）</translation>
    </message>
    <message>
        <source>a web server (HTTPS) or another service with encryption</source>
        <translation>ウェブサーバー（HTTPS）など、暗号化された別のサービス</translation>
    </message>
    <message>
        <source>a mail server (SMTP)</source>
        <translation>メールサーバー（SMTP）</translation>
    </message>
    <message>
        <source>an FTP server</source>
        <translation>FTP サーバー</translation>
    </message>
    <message>
        <source>a mail server</source>
        <translation>メールサーバー</translation>
    </message>
    <message>
        <source>a remote desktop (VNC)</source>
        <translation>リモートデスクトップ（VNC）</translation>
    </message>
    <message>
        <source>%1 is still there, but does not answer what it was asked. Try again later; when it stays so, tell the server&apos;s operator.</source>
        <translation>%1とはつながっていますが、要求に応答しません。しばらくしてからもう一度試し、続くようならサーバーの管理者に知らせてください。</translation>
    </message>
    <message>
        <source>At %1, port %2, is %3 and no SSH server. Correct the port in the target&apos;s settings; for SFTP it is usually 22.</source>
        <translation>%1のポート%2にあるのは%3で、SSH サーバーではありません。公開先の設定でポートを直してください。SFTP は通常22です。</translation>
    </message>
    <message>
        <source>At %1, port %2, somebody takes the connection but does not speak SSH. Check the port in the target&apos;s settings; if it is right, the server may be overloaded or refuse connections for a while.</source>
        <translation>%1のポート%2は接続を受け付けますが、SSH の応答がありません。公開先の設定でポートを確認してください。正しければ、サーバーが混み合っているか、しばらく接続を断っている可能性があります。</translation>
    </message>
    <message>
        <source>At %1, port %2, is no SSH server: it says “%3”. Correct the port in the target&apos;s settings; for SFTP it is usually 22.</source>
        <translation>%1のポート%2は SSH サーバーではありません（「%3」と応答しています）。公開先の設定でポートを直してください。SFTP は通常22です。</translation>
    </message>
    <message>
        <source>%1 sends without end instead of letting us log in. Tell its operator.</source>
        <translation>%1は、ログインの応答をせずにデータを送り続けています。管理者に知らせてください。</translation>
    </message>
    <message>
        <source>If this is an RSA key:</source>
        <translation>これが RSA 鍵の場合：</translation>
    </message>
    <message>
        <source>the answer to “%1”</source>
        <translation>「%1」への回答</translation>
    </message>
    <message>
        <source>%1 asks for “%2” besides the password, and nobody is there to answer.</source>
        <translation>%1 はパスワードのほかに「%2」を求めていますが、答える人がいません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Staging</name>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>The server has %1 MB left, and this publish needs %2 MB. Nothing was changed. Free some space there, then publish again.</source>
        <translation>サーバーの空き容量は %1 MB で、この公開には %2 MB 必要です。何も変更していません。空きを増やしてから、もう一度公開してください。</translation>
    </message>
    <message>
        <source>The site is unchanged.</source>
        <translation>サイトは変わっていません。</translation>
    </message>
    <message>
        <source>The server did not take %1 and does not say why. The account&apos;s quota may be full, even where the disk shows room: ask the server&apos;s administrator, or remove what is no longer needed there, then publish again.</source>
        <translation>サーバーが %1 を受け付けませんでした。理由は示されていません。ディスクに空きがあっても、アカウントの割り当て（クォータ）がいっぱいかもしれません。サーバーの管理者に確かめるか、不要なものを消してから、もう一度公開してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Statistics</name>
    <message>
        <source>There is no series “%1” in the statistics of this site.</source>
        <translation>このサイトの統計に「%1」はありません。</translation>
    </message>
    <message>
        <source>“%1” cannot be the key of a series. Use small letters, digits and hyphens, such as members-individual.</source>
        <translation>「%1」は統計のキーに使えません。members-individual のように、半角の小文字、数字、ハイフンを使ってください。</translation>
    </message>
    <message>
        <source>Give the series %1 a title.</source>
        <translation>統計 %1 の題名を入力してください。</translation>
    </message>
    <message>
        <source>%1 can have 0 to %2 decimals.</source>
        <translation>%1 の小数点以下は 0～%2 桁にしてください。</translation>
    </message>
    <message>
        <source>The target of %1 is no number.</source>
        <translation>%1 の目標値が数値ではありません。</translation>
    </message>
    <message>
        <source>the date is missing</source>
        <translation>日付がありません</translation>
    </message>
    <message>
        <source>%1 is not the first day of a period</source>
        <translation>%1 は期間の最初の日ではありません</translation>
    </message>
    <message>
        <source>%1 comes twice</source>
        <translation>%1 が重複しています</translation>
    </message>
    <message>
        <source>the value is no number</source>
        <translation>値が数値ではありません</translation>
    </message>
    <message>
        <source>%1, row %2: %3. Nothing was stored.</source>
        <translation>%1の%2行目：%3。何も保存していません。</translation>
    </message>
    <message>
        <source>There is a series “%1” already. Choose another key.</source>
        <translation>「%1」という統計がすでにあります。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>%1 has values, so its period cannot change. Make a new series.</source>
        <translation>%1 にはすでに値があるため、期間の単位を変えられません。新しい統計を作成してください。</translation>
    </message>
    <message>
        <source>“%1” could not be read as a figure. %2</source>
        <translation>「%1」を数値として読み取れませんでした。%2</translation>
    </message>
    <message>
        <source>A comma stands before each three digits, as in 9,174; decimals are written with a point, as in 1.5.</source>
        <translation>カンマは 9,174 のように3桁ごとに入れ、小数は 1.5 のようにピリオドで書いてください。</translation>
    </message>
    <message>
        <source>Write digits only, such as 9174, 9,174, 1.5 or -20. Leave it empty when the figure is not known.</source>
        <translation>9174、9,174、1.5、-20 のように数字だけで入力してください。値が分からないときは空欄にします。</translation>
    </message>
    <message>
        <source>It has more digits than can be kept exactly. Write at most %1.</source>
        <translation>桁数が多すぎて正確に保存できません。%1桁以内で入力してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Store</name>
    <message>
        <source>There is no good backup in %1. Look for a copy of the site folder elsewhere, such as on a file server.</source>
        <translation>%1 に正常なバックアップがありません。ファイルサーバーなど、ほかの場所にサイトフォルダーのコピーがないか確かめてください。</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that it is there and that you may write in its folder.</source>
        <translation>%1 を開けません。ファイルがあることと、フォルダーに書き込めることを確認してください。</translation>
    </message>
    <message>
        <source>Another program is writing to %1. Wait a moment and try again.</source>
        <translation>ほかのプログラムが %1 に書き込んでいます。少し待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 cannot be written to. Check the permissions of the folder, or copy the site to a place where you may write.</source>
        <translation>%1 に書き込めません。フォルダーのアクセス権を確認するか、書き込める場所にサイトをコピーしてください。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). Put the latest good backup in its place.</source>
        <translation>%1 が壊れています（%2）。正常な最新のバックアップを戻してください。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was stored in %1; what was there before is unchanged. Free some space and save again.</source>
        <translation>ディスクがいっぱいのため、%1 に保存できませんでした。それまでの内容は変わっていません。空き容量を増やして、もう一度保存してください。</translation>
    </message>
    <message>
        <source>%1 already holds one of these (%2).</source>
        <translation>%1 には同じものがすでにあります（%2）。</translation>
    </message>
    <message>
        <source>Something else in %1 still refers to this. Remove that first.</source>
        <translation>%1 の中でほかから参照されています。先にそちらを削除してください。</translation>
    </message>
    <message>
        <source>%1 could not be read or written (%2).</source>
        <translation>%1 を読み書きできませんでした（%2）。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install the program again.</source>
        <translation>Qt の SQLite ドライバーがありません。ソフトを入れ直してください。</translation>
    </message>
    <message>
        <source>%1 was last opened with a newer version of this program. Install that version and open it again; nothing was changed.</source>
        <translation>%1 は、前回、新しい版のこのソフトで開かれています。その版を導入して開いてください。何も変更していません。</translation>
    </message>
    <message>
        <source>This can no longer be undone: what it changed has been changed again since. Nothing was touched.</source>
        <translation>その後に同じところが変わったため、元に戻せません。何も変えていません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Strays</name>
    <message numerus="yes">
        <source>While the site was being published, someone else changed %n file(s) on the server (%1). They could not be taken over and are kept in %2.</source>
        <translation>
            <numerusform>公開している間に、ほかの人がサーバーの%n個のファイル（%1）を変えました。引き継げなかったため、%2 に残してあります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::StructureRules</name>
    <message>
        <source>The embedded page %1 has no title that says what it is.</source>
        <translation>埋め込み %1 に、内容を表す題名がありません。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; has no label.</source>
        <translation>入力欄「%1」にラベルがありません。</translation>
    </message>
    <message>
        <source>A button has no name.</source>
        <translation>ボタンに名前がありません。</translation>
    </message>
    <message>
        <source>A player starts with sound by itself.</source>
        <translation>音声が自動で再生されます。</translation>
    </message>
    <message>
        <source>An embedded video starts with sound by itself.</source>
        <translation>埋め込みの動画が音声付きで自動再生されます。</translation>
    </message>
    <message>
        <source>A video has no captions track.</source>
        <translation>動画に字幕がありません。</translation>
    </message>
    <message>
        <source>Has the video &quot;%1&quot; captions, and is what it shows said in the text, too?</source>
        <translation>動画「%1」に字幕があり、映像で伝えていることが本文にも書かれていますか。</translation>
    </message>
    <message>
        <source>The page has no main heading (h1).</source>
        <translation>ページに大見出し（h1）がありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a second main heading (h1). Use level 2 (##).</source>
        <translation>「%1」は2つ目の大見出し（h1）です。レベル2（##）にしてください。</translation>
    </message>
    <message>
        <source>The heading &quot;%1&quot; has level %2 after level %3.</source>
        <translation>見出し「%1」は、レベル%3の次がレベル%2になっています。</translation>
    </message>
    <message>
        <source>Make it level %1</source>
        <translation>レベル%1にする</translation>
    </message>
    <message>
        <source>A heading has no words.</source>
        <translation>見出しに文字がありません。</translation>
    </message>
    <message>
        <source>Is &quot;%1&quot; a heading? Then mark it as one (## …).</source>
        <translation>「%1」は見出しですか。見出しであれば、見出し（## …）にしてください。</translation>
    </message>
    <message>
        <source>The picture %1 has no alternative text.</source>
        <translation>画像 %1 に代替テキストがありません。</translation>
    </message>
    <message>
        <source>An area of an image map has no text.</source>
        <translation>イメージマップの領域に文字がありません。</translation>
    </message>
    <message>
        <source>A picture button has no alternative text.</source>
        <translation>画像ボタンに代替テキストがありません。</translation>
    </message>
    <message>
        <source>The alternative text &quot;%1&quot; does not say what the picture shows.</source>
        <translation>代替テキスト「%1」では、何の画像か分かりません。</translation>
    </message>
    <message numerus="yes">
        <source>The alternative text has %n characters. Say the main thing, and the rest in the text.</source>
        <translation>
            <numerusform>代替テキストが%n文字あります。要点だけにし、残りは本文に書いてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Alternative text and caption are the same: &quot;%1&quot;. Say in the one what the picture shows.</source>
        <translation>代替テキストと説明文が同じです：「%1」。代替テキストには、画像に写っているものを書いてください。</translation>
    </message>
    <message>
        <source>A picture is pasted into the text. Add it to the media instead.</source>
        <translation>画像が本文に直接貼り付けられています。メディアに追加してください。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; has no head cells with words.</source>
        <translation>表「%1」に、文字のある見出しセルがありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n head cell(s) of the table &quot;%1&quot; do not say whether they head a row or a column (scope).</source>
        <translation>
            <numerusform>表「%1」の%n個の見出しセルに、行・列どちらの見出しか（scope）の指定がありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; has no caption. Put it into ::: table {caption=&quot;…&quot;}.</source>
        <translation>表「%1」に表題がありません。::: table {caption=&quot;…&quot;} に入れてください。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; has merged cells. Is it understood when read cell by cell?</source>
        <translation>表「%1」に結合したセルがあります。セルを順に読んで理解できますか。</translation>
    </message>
    <message>
        <source>A table stands inside a table. Is it for layout?</source>
        <translation>表の中に表があります。レイアウトのための表ですか。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; has one row. Is it for layout?</source>
        <translation>表「%1」は1行だけです。レイアウトのための表ですか。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Survey</name>
    <message>
        <source>Comparing</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>The target is the root of the whole server (/), not a site&apos;s folder.</source>
        <translation>公開先が、サイトのフォルダーではなく、サーバー全体の最上位（/）になっています。</translation>
    </message>
    <message>
        <source>The target is the account&apos;s login folder (%1), not a site&apos;s folder in it.</source>
        <translation>公開先が、サイトのフォルダーではなく、アカウントのログインフォルダー（%1）になっています。</translation>
    </message>
    <message>
        <source>The target (%1) is a folder of the server&apos;s system, not a site&apos;s.</source>
        <translation>公開先（%1）は、サイトのフォルダーではなく、サーバーのシステムのフォルダーです。</translation>
    </message>
</context>
<context>
    <name>kakehashi::SwitchCommit</name>
    <message>
        <source>Somebody else pointed the link %1 to another folder in the meantime. Nothing was published; plan again.</source>
        <translation>その間に、だれかがリンク %1 を別のフォルダーに向けました。何も公開していません。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>The server does not let this account link %1 into a new version of the site, because the file belongs to someone else. The site is unchanged. Ask the server&apos;s administrator, or let the target put files in place instead of switching the link.</source>
        <translation>%1 はほかの人のファイルなので、このアカウントでは新しい版のサイトへ引き継げません。サイトは変わっていません。サーバーの管理者に相談するか、公開先の設定で、リンクの切り替えではなくファイルごとの入れ替えを選んでください。</translation>
    </message>
    <message>
        <source>%1 was changed on the server by someone else in the middle of the publish. Take it back, then publish again.</source>
        <translation>公開の途中で、ほかの人がサーバーの %1 を変えました。いったん取り消してから、もう一度公開してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Switching</name>
    <message>
        <source>Nothing can be written into %1, which holds the link, so the site cannot be switched by it. Ask the server&apos;s administrator for write permission there.</source>
        <translation>リンクのあるフォルダー %1 に書き込めないため、リンクでサイトを切り替えられません。書き込めるように、サーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>The site&apos;s folder lies on another file system than the link to it, so files cannot be carried over by hard links. Ask the server&apos;s administrator to move it beside the link.</source>
        <translation>サイトのフォルダーがリンクとは別のファイルシステムにあるため、ファイルをハードリンクで引き継げません。リンクの隣へ移すよう、サーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>%1 on the server is no symbolic link, so the site cannot be switched by it. Ask the server&apos;s administrator to make the web server&apos;s folder a link.</source>
        <translation>サーバーの %1 はシンボリックリンクではないため、リンクでサイトを切り替えられません。ウェブサーバーのフォルダーをリンクにするよう、サーバーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>This server cannot make hard links or cannot replace a link in one step, so the site cannot be switched by it.</source>
        <translation>このサーバーは、ハードリンクを作れないか、リンクを一度に置き換えられないため、リンクでサイトを切り替えられません。</translation>
    </message>
    <message>
        <source>If you go on, this publish puts its files in place one after the other.</source>
        <translation>続けると、今回はファイルを一つずつ入れ替えて公開します。</translation>
    </message>
    <message>
        <source>Somebody pointed the link on the server to %1, which is not what was published from here last. If you go on, the new version is made from what lies there.</source>
        <translation>だれかがサーバーのリンクを %1 に向けました。これは最後に公開したものではありません。続けると、そこにあるものをもとに新しい版を作ります。</translation>
    </message>
    <message>
        <source>%1 is switched by a link: publishing points it to a new folder each time. Choose that for this target as well, in its settings or by `kakehashi-cli target edit --switching link`.</source>
        <translation>%1 は、公開のたびにリンクで新しいフォルダーへ切り替えられています。この公開先でも、設定か `kakehashi-cli target edit --switching link` で同じ方法を選んでください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Tabular</name>
    <message>
        <source>No temporary folder could be made for &quot;%1&quot; (%2).</source>
        <translation>「%1」のための一時フォルダーを作れませんでした（%2）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written.</source>
        <translation>「%1」を書き出せませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2. Is there space left on the disk of temporary files?</source>
        <translation>「%1」を書き出せませんでした：%2。一時ファイルのディスクに空きがあるか確かめてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::TargetRepository</name>
    <message>
        <source>Enter the name or address of the server, without spaces.</source>
        <translation>サーバーの名前かアドレスを、空白なしで入力してください。</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535; usually it is 22.</source>
        <translation>ポートは 1～65535 の数値です。通常は 22 です。</translation>
    </message>
    <message>
        <source>Enter the account&apos;s user name on the server, without spaces.</source>
        <translation>サーバーのユーザー名を、空白なしで入力してください。</translation>
    </message>
    <message>
        <source>Choose the file of the private key.</source>
        <translation>秘密鍵のファイルを選んでください。</translation>
    </message>
    <message>
        <source>The server&apos;s key is written as a fingerprint that begins with SHA256:.</source>
        <translation>サーバーの鍵は、SHA256: で始まる指紋で書きます。</translation>
    </message>
    <message>
        <source>Give the target a name, such as “production”.</source>
        <translation>「本番」のような公開先の名前を入力してください。</translation>
    </message>
    <message>
        <source>Enter the folder on the server that visitors see.</source>
        <translation>閲覧者に見えるサーバー上のフォルダーを入力してください。</translation>
    </message>
    <message>
        <source>There is no target “%1”. The names are listed in the settings, or by `kakehashi-cli target list`.</source>
        <translation>「%1」という公開先はありません。名前の一覧は設定画面か `kakehashi-cli target list` で確認できます。</translation>
    </message>
    <message>
        <source>There is a target “%1” already. Choose another name.</source>
        <translation>「%1」という公開先がすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The name that visitors type holds no colon and no spaces.</source>
        <translation>閲覧用のユーザー名に、コロンや空白は使えません。</translation>
    </message>
    <message>
        <source>Enter the password that visitors are asked for.</source>
        <translation>閲覧用のパスワードを入力してください。</translation>
    </message>
    <message>
        <source>For a password the web server needs the full path of the folder, such as /var/www/html. Ask the server&apos;s operator.</source>
        <translation>閲覧者にパスワードを求めるには、/var/www/html のような、フォルダーの完全なパスが必要です。サーバーの管理者に確認してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Terms</name>
    <message>
        <source>Give the term a name.</source>
        <translation>分類・タグの名前を入力してください。</translation>
    </message>
    <message>
        <source>There is no term “%1”.</source>
        <translation>「%1」という分類・タグはありません。</translation>
    </message>
    <message>
        <source>There is a term “%1” already. Merge the two instead.</source>
        <translation>「%1」という分類・タグはすでにあります。2つを統合してください。</translation>
    </message>
    <message>
        <source>“%1” became “%2”</source>
        <translation>「%1」を「%2」に変更</translation>
    </message>
</context>
<context>
    <name>kakehashi::TextRules</name>
    <message>
        <source>%1 is a private character (gaiji) that other devices do not have. Write it with a standard one.</source>
        <translation>%1 は外字で、ほかの機器では表示されません。標準の文字で書いてください。</translation>
    </message>
    <message>
        <source>%1 is no character that can be shown: the text was damaged. Write it anew.</source>
        <translation>%1 は表示できない文字です（文字化けしています）。書き直してください。</translation>
    </message>
    <message>
        <source>Lines drawn with characters are read out sign by sign. Use a table, a heading or a rule (---).</source>
        <translation>文字で引いた線は1文字ずつ読み上げられます。表、見出し、区切り線（---）を使ってください。</translation>
    </message>
    <message>
        <source>The date &quot;%1&quot; is read out as a number. Write it in words.</source>
        <translation>日付「%1」は数字として読み上げられます。「年月日」で書いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) may not be shown or read out everywhere.</source>
        <translation>「%1」（%2）は、表示や読み上げができない環境があります。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) may not be read out right. Write &quot;%3&quot;.</source>
        <translation>「%1」（%2）は正しく読み上げられないことがあります。「%3」と書いてください。</translation>
    </message>
    <message>
        <source>The sign &quot;%1&quot; between digits looks like a hyphen and is none.</source>
        <translation>数字の間の「%1」は、ハイフンに似た別の記号です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is written in full-width letters or digits.</source>
        <translation>「%1」は全角の英数字です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is written in half-width kana.</source>
        <translation>「%1」は半角カナです。</translation>
    </message>
    <message>
        <source>A full-width space stands beside Latin letters or digits.</source>
        <translation>半角の英数字の隣に全角の空白があります。</translation>
    </message>
    <message>
        <source>Change to an ordinary space</source>
        <translation>半角の空白に直す</translation>
    </message>
    <message>
        <source>Write the telephone number &quot;%1&quot; with hyphens.</source>
        <translation>電話番号「%1」は、ハイフンで区切って書いてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n spaces in a row. Layout belongs to tables and style sheets.</source>
        <translation>
            <numerusform>空白が%n個続いています。配置は表やスタイルシートで整えてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave one space</source>
        <translation>空白を1つにする</translation>
    </message>
    <message>
        <source>The line begins with a full-width space.</source>
        <translation>行頭に全角の空白があります。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: can it be understood without seeing colour, form or place?</source>
        <translation>「%1」：色・形・位置が分からなくても理解できますか。</translation>
    </message>
    <message>
        <source>The spaces inside &quot;%1&quot; break the word for screen readers and for searching.</source>
        <translation>「%1」の中の空白のため、読み上げや検索で1つの語として扱われません。</translation>
    </message>
    <message>
        <source>Is &quot;%1&quot; one word? Then it must have no spaces inside.</source>
        <translation>「%1」は1つの語ですか。1つの語なら、中に空白を入れないでください。</translation>
    </message>
    <message>
        <source>This site writes &quot;%1&quot;, not &quot;%2&quot;.%3</source>
        <translation>このサイトでは「%2」ではなく「%1」と書きます。%3</translation>
    </message>
    <message>
        <source>The time &quot;%1&quot; is hard to follow when read out.</source>
        <translation>時刻「%1」は、読み上げで分かりにくくなります。</translation>
    </message>
    <message>
        <source>A list typed with &quot;%1&quot; is not announced as one.</source>
        <translation>「%1」で作った箇条書きは、箇条書きとして読み上げられません。</translation>
    </message>
    <message>
        <source>Make it a list</source>
        <translation>箇条書きにする</translation>
    </message>
    <message>
        <source>The sign &quot;%1&quot; is not read out. Write &quot;から&quot;.</source>
        <translation>記号「%1」は読み上げられません。「から」と書いてください。</translation>
    </message>
    <message>
        <source>The weekday &quot;%1&quot; is shortened and may be read out wrongly.</source>
        <translation>曜日「%1」は省略形のため、正しく読み上げられないことがあります。</translation>
    </message>
    <message>
        <source>There is no day &quot;%1&quot;.</source>
        <translation>「%1」という日はありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: that day is a %2. Correct the date or the weekday.</source>
        <translation>「%1」：この日は%2です。日付か曜日を直してください。</translation>
    </message>
    <message>
        <source>%1 turns the reading direction, so that words look like others. It is left out of the page. Delete it.</source>
        <translation>%1 は文字の並ぶ向きを変え、別の言葉に見せることができる制御文字です。ページからは除かれます。削除してください。</translation>
    </message>
    <message>
        <source>Nothing refers to the note %1, so visitors do not see it. Put %1 where it belongs.</source>
        <translation>注 %1 は本文のどこからも参照されていないため、ページに表示されません。当てはまる箇所に %1 を書いてください。</translation>
    </message>
    <message>
        <source>%1 has no note, so it stands in the text as it is. Write a line that begins with “%1:”.</source>
        <translation>%1 に当たる注がないため、記号のまま本文に残っています。「%1:」で始まる行に注を書いてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ThemeRenewal</name>
    <message>
        <source>The theme&apos;s folder could not be put aside as %1. Close programs that have files of it open, and try again.</source>
        <translation>テーマのフォルダーを %1 に移せませんでした。フォルダー内のファイルを開いているソフトを閉じて、もう一度実行してください。</translation>
    </message>
    <message>
        <source>The new theme could not take its place in %1. The old one is still there.</source>
        <translation>新しいテーマを %1 に置けませんでした。元のテーマはそのまま残っています。</translation>
    </message>
    <message>
        <source>With these choices the theme would not work, so nothing was changed. %1</source>
        <translation>この選び方ではテーマが動かないため、何も変えていません。%1</translation>
    </message>
    <message>
        <source>There is no theme called %1.</source>
        <translation>%1 というテーマはありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ThrowawayServer</name>
    <message>
        <source>The program “%1” is missing. Install OpenSSH (Debian: apt install openssh-server openssh-client).</source>
        <translation>プログラム「%1」がありません。OpenSSH を導入してください（Debian：apt install openssh-server openssh-client）。</translation>
    </message>
    <message>
        <source>“%1” failed: %2</source>
        <translation>「%1」が失敗しました：%2</translation>
    </message>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation>一時フォルダーを作成できませんでした：%1</translation>
    </message>
    <message>
        <source>No free port was found.</source>
        <translation>空いているポートがありませんでした。</translation>
    </message>
    <message>
        <source>The SSH server could not be started: %1</source>
        <translation>SSH サーバーを開始できませんでした：%1</translation>
    </message>
    <message>
        <source>The server&apos;s port is taken by now.</source>
        <translation>サーバーのポートが使用中になりました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Transaction</name>
    <message>
        <source>Tidying up</source>
        <translation>後片付け</translation>
    </message>
    <message>
        <source>The new site is live; only tidying up is left.</source>
        <translation>新しいサイトはすでに公開されています。残っているのは後片付けだけです。</translation>
    </message>
    <message>
        <source>%1 changed on the server since the plan was made. Nothing was published; plan again.</source>
        <translation>内容を確認した後に、サーバーの %1 が変更されました。何も公開していません。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Going live</source>
        <translation>反映</translation>
    </message>
    <message>
        <source>The publish was cut off while going live. Connect again: it is then finished or taken back.</source>
        <translation>反映の途中で公開が止まりました。もう一度接続すると、完了または取り消しを行います。</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>Taking it back failed too; connect again to try once more.</source>
        <translation>取り消しもできませんでした。もう一度接続すると、やり直します。</translation>
    </message>
    <message>
        <source>Everything was taken back; the site is as it was before.</source>
        <translation>すべて取り消しました。サイトは元のままです。</translation>
    </message>
    <message>
        <source>The site is unchanged. Publish again when the connection is back: what was sent is not sent again.</source>
        <translation>サイトは変わっていません。接続が戻ったら、もう一度公開してください。送信済みのものは再送しません。</translation>
    </message>
    <message>
        <source>Somebody else published since this plan was made. Nothing was changed; plan again.</source>
        <translation>内容を確認した後に、ほかの担当者が公開しました。何も変更していません。もう一度、公開の内容を確認してください。</translation>
    </message>
    <message>
        <source>This publish was held up for so long that somebody else took over and ended it. Look at the site, then plan again.</source>
        <translation>この公開処理が長く止まっていたため、ほかの担当者が引き継いで終了させました。サイトを確認してから、もう一度、公開の内容を確認してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::Translation</name>
    <message>
        <source>&quot;%1&quot; is no other language. Write it as en, zh-Hans or pt-BR.</source>
        <translation>「%1」は翻訳先の言語として使えません。en、zh-Hans、pt-BR のように指定してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::UrlPolicy</name>
    <message>
        <source>“%1” cannot be a link. Use https:, http:, mailto:, tel:, a file of the site (media:…) or a path such as /award/.</source>
        <translation>「%1」はリンクに使えません。https:、http:、mailto:、tel:、サイトのファイル（media:…）、または /award/ のようなパスを使ってください。</translation>
    </message>
    <message>
        <source>“%1” cannot be a picture. Put the file into the media of this site and use media:….</source>
        <translation>「%1」は画像に使えません。ファイルをこのサイトのメディアに追加し、media:… を使ってください。</translation>
    </message>
    <message>
        <source>“%1” cannot be embedded. YouTube (youtube-nocookie.com), Google Maps and the maps of 国土地理院 can; link to anything else.</source>
        <translation>「%1」は埋め込めません。埋め込めるのは YouTube（youtube-nocookie.com）、Google マップ、国土地理院の地図です。それ以外はリンクにしてください。</translation>
    </message>
    <message>
        <source>“%1” is no YouTube video id. It is the 11 characters after “v=” in the address of the video.</source>
        <translation>「%1」は YouTube の動画 ID ではありません。動画のアドレスの「v=」の後の11文字です。</translation>
    </message>
</context>
<context>
    <name>kakehashi::VisitorPassword</name>
    <message>
        <source>Password for visitors</source>
        <translation>閲覧用のパスワード</translation>
    </message>
</context>
<context>
    <name>kakehashi::Workspace</name>
    <message>
        <source>%1 could not be moved (%2), so nothing was restored. Check the folder&apos;s permissions and try again.</source>
        <translation>%1 を移動できなかったため（%2）、何も復元していません。フォルダーのアクセス権を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 on %2 since %3 (process %4)</source>
        <translation>%1（%2、%3から、プロセス %4）</translation>
    </message>
    <message>
        <source>The site folder %1 cannot be written to. Check its permissions, or copy it to a place where you may write.</source>
        <translation>サイトのフォルダー %1 に書き込めません。アクセス権を確認するか、書き込める場所にコピーしてください。</translation>
    </message>
    <message>
        <source>The theme is broken; the last good one is used. %1</source>
        <translation>テーマに誤りがあるため、正常だった前回のものを使います。%1</translation>
    </message>
    <message>
        <source>%1 holds a site already. Open it, or choose another folder.</source>
        <translation>%1 にはすでにサイトがあります。それを開くか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 is not empty. Choose an empty or a new folder.</source>
        <translation>%1 は空ではありません。空のフォルダーか新しいフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The site folder %1 is not there. Check that it has not been moved or renamed, and that its drive is connected.</source>
        <translation>サイトのフォルダー %1 がありません。移動や名前の変更をしていないか、ドライブが接続されているか確認してください。</translation>
    </message>
    <message>
        <source>%1 holds no site: the file %2 is missing. Choose the folder that has it, or put a backup there.</source>
        <translation>%1 にサイトがありません（ファイル %2 がありません）。サイトのフォルダーを選ぶか、バックアップを戻してください。</translation>
    </message>
    <message>
        <source>Today&apos;s backup could not be made. %1</source>
        <translation>本日のバックアップを作成できませんでした。%1</translation>
    </message>
    <message>
        <source>%1 is a file. A site is a folder: choose the folder that holds %2.</source>
        <translation>%1 はファイルです。サイトはフォルダーです。%2 が入っているフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There stands: %1</source>
        <translation>その行の内容：%1</translation>
    </message>
    <message>
        <source>The site %1 is open already: %2. Close it there first.</source>
        <translation>サイト %1 はすでに開かれています（%2）。先にそちらで閉じてください。</translation>
    </message>
    <message>
        <source>The site %1 is open on another computer: %2. Close it there first. If that computer is gone for good, the window offers to open the site all the same.</source>
        <translation>サイト %1 は別のパソコンで開かれています（%2）。先にそちらで閉じてください。そのパソコンがもう使われていない場合は、ウィンドウでそのまま開くことを選べます。</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>利用者</translation>
    </message>
    <message>
        <source>The site is open on this computer: %1. Close it there first.</source>
        <translation>サイトはこのパソコンで開かれています（%1）。先にそちらを閉じてください。</translation>
    </message>
    <message>
        <source>The lock of %1 cannot be taken away: the folder refuses it.</source>
        <translation>%1 のロックを外せません。フォルダーに書き込めません。</translation>
    </message>
    <message>
        <source>Last time the program ended without closing the site (%1). Its lock is taken away; nothing that was typed is lost.</source>
        <translation>前回、サイトを閉じないままソフトが終了しました（%1）。残っていたロックは外しました。入力した内容は失われていません。</translation>
    </message>
    <message>
        <source>The folder %1 may not be read by this account. Ask whoever owns it to let you in.</source>
        <translation>フォルダー %1 を読む権限がありません。フォルダーの持ち主に、閲覧できるよう依頼してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Build</name>
    <message>
        <source>%1 is no time. Write it as 2026-04-01T09:00.</source>
        <translation>%1 は日時として読み取れません。2026-04-01T09:00 のように書いてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1 KB, in %2 ms: %3</source>
        <translation>
            <numerusform>%nファイル、%1 KB、%2 ミリ秒：%3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a file. Choose a folder for the pages, new or from an earlier build.</source>
        <translation>%1 はファイルです。ページを書き出すフォルダーを指定してください（新しいフォルダーか、前に書き出したフォルダー）。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Check</name>
    <message>
        <source>There is no rule &quot;%1&quot;. The rules are: %2</source>
        <translation>規則「%1」はありません。規則は次のとおりです：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found on %1 page(s), in %2 ms.</source>
        <translation>
            <numerusform>%1ページで%n件の指摘がありました（%2ミリ秒）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say on which page with --page PATH, or --all-pages.</source>
        <translation>--page パス または --all-pages で、対象のページを指定してください。</translation>
    </message>
    <message>
        <source>No must of the rule %1 stops a publish there. `check SITE` lists what does; --working looks at what is not live yet.</source>
        <translation>規則 %1 の「必須」の指摘で公開を止めているものは、そこにありません。一覧は `check SITE` で、公開前の内容は --working で確かめられます。</translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s) recorded. Each holds until the text at its place changes.</source>
        <translation>
            <numerusform>%n件の例外を記録しました。その場所の文章が変わるまで有効です。</numerusform>
        </translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>取消済み</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>記録者</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The exception no longer holds.</source>
        <translation>例外を取り消しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::DeliveryVerb</name>
    <message>
        <source>It was not broken, because --break-lock names %1.</source>
        <translation>--break-lock に書かれた名前が %1 のため、解除しませんでした。</translation>
    </message>
    <message>
        <source>If you know that this publish runs no more, --break-lock &quot;%1&quot; breaks its lock.</source>
        <translation>その公開がもう動いていないと分かっているときは、--break-lock &quot;%1&quot; を付けると、ロックを解除します。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Demo</name>
    <message>
        <source>%1 could not be written: %2. Free some space for temporary files.</source>
        <translation>%1 に書き込めませんでした：%2。一時ファイル用の空き容量を増やしてください。</translation>
    </message>
    <message>
        <source>Sample site</source>
        <translation>見本サイト</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>Build and check</source>
        <translation>作成と点検</translation>
    </message>
    <message>
        <source>%1 files, %2 problems</source>
        <translation>%1ファイル、問題 %2件</translation>
    </message>
    <message>
        <source>OpenSSH server</source>
        <translation>OpenSSH サーバー</translation>
    </message>
    <message>
        <source>First publish</source>
        <translation>1回目の公開</translation>
    </message>
    <message>
        <source>%1 files, %2 KB</source>
        <translation>%1ファイル、%2 KB</translation>
    </message>
    <message>
        <source>
This line was added by the demonstration.
</source>
        <translation>
この行は実演で追加されました。
</translation>
    </message>
    <message>
        <source>Change one page</source>
        <translation>1ページを変更</translation>
    </message>
    <message>
        <source>Second publish</source>
        <translation>2回目の公開</translation>
    </message>
    <message>
        <source>%1 changed, %2 unchanged</source>
        <translation>変更 %1、変更なし %2</translation>
    </message>
    <message>
        <source>Third publish, nothing changed</source>
        <translation>3回目の公開（変更なし）</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>送信 %1</translation>
    </message>
    <message>
        <source>Hashes on the server</source>
        <translation>サーバー上のハッシュ値</translation>
    </message>
    <message>
        <source>%1 right, %2 wrong</source>
        <translation>一致 %1、不一致 %2</translation>
    </message>
    <message>
        <source>File that is not ours</source>
        <translation>当サイトのものではないファイル</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Import</name>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New revision</source>
        <translation>新しい版</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>取り込み先</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nothing has been changed. Without --dry-run it is done.</source>
        <translation>まだ何も変えていません。--dry-run を外すと実行します。</translation>
    </message>
    <message>
        <source>%1 pages made, %2 changed, %3 unchanged, %4 kept as they were.</source>
        <translation>新しいページ %1、新しい版 %2、変更なし %3、そのまま残したページ %4。</translation>
    </message>
    <message>
        <source>%1 files and %2 redirects added.</source>
        <translation>ファイル %1、転送 %2 を追加しました。</translation>
    </message>
    <message>
        <source>%1 pages and %2 files are in %3.</source>
        <translation>%1 ページと %2 個のファイルを %3 に書き出しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::IndexNow</name>
    <message>
        <source>Search engines are told of changed pages after each publish to %1.</source>
        <translation>%1 に公開するたびに、変わったページを検索エンジンに通知します。</translation>
    </message>
    <message>
        <source>Search engines are not told of changed pages.</source>
        <translation>検索エンジンには通知しません。</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>鍵：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait to be told of.</source>
        <translation>
            <numerusform>通知を待っているページ：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be told.</source>
        <translation>通知を待っているページはありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Key</name>
    <message>
        <source>%1 could not be written: %2. Give the name of a new file in a folder of yours.</source>
        <translation>%1 に書き込めませんでした（%2）。書き込めるフォルダーの、新しいファイル名を指定してください。</translation>
    </message>
    <message>
        <source>This computer has no key of the site yet. It is made at the first publish from here.</source>
        <translation>このパソコンには、まだこのサイトの鍵がありません。ここからはじめて公開したときに作られます。</translation>
    </message>
    <message>
        <source>The key is in %1. Hand it over by a safe way and delete the file afterwards.</source>
        <translation>鍵を %1 に書き出しました。安全な方法で渡し、済んだらファイルを消してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check the name of the file.</source>
        <translation>%1 を読めません（%2）。ファイル名を確かめてください。</translation>
    </message>
    <message>
        <source>The key is in this computer&apos;s keychain; publishes from here are checked and signed with it.</source>
        <translation>鍵をこのパソコンのキーチェーンに入れました。ここからの公開は、この鍵で確かめられ、署名されます。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Page</name>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Standard input could not be read.</source>
        <translation>標準入力を読み取れませんでした。</translation>
    </message>
    <message>
        <source>The text from standard input is larger than %1 MB. Split the page.</source>
        <translation>標準入力の本文が %1 MB を超えています。ページを分けてください。</translation>
    </message>
    <message>
        <source>%1 is no date. Write it as 2026-04-01.</source>
        <translation>%1 は日付として読み取れません。2026-04-01 のように書いてください。</translation>
    </message>
    <message>
        <source>%1: revision %2, approved for the next publish.</source>
        <translation>%1：第%2版を保存し、次の公開に含めます。</translation>
    </message>
    <message>
        <source>%1: revision %2, not yet approved (--approve does it).</source>
        <translation>%1：第%2版を保存しました。まだ承認されていません（--approve で承認します）。</translation>
    </message>
    <message>
        <source>%1 is no language. Write it as en, zh-Hans or pt-BR.</source>
        <translation>%1 は言語の指定として正しくありません。en、zh-Hans、pt-BR のように入力してください。</translation>
    </message>
    <message>
        <source>Made the draft %1, to be written over.</source>
        <translation>下書き %1 を作りました。文章を書き換えてください。</translation>
    </message>
    <message>
        <source>The text was in %1 and is UTF-8 now.</source>
        <translation>本文の文字コードは %1 でしたので、UTF-8 に直しました。</translation>
    </message>
    <message>
        <source>Characters that no page can show, as %1, were left out.</source>
        <translation>ページに表示できない文字（%1 など）を除きました。</translation>
    </message>
    <message>
        <source>A page needs a title. Give it one.</source>
        <translation>ページには題名が必要です。題名を付けてください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Publish</name>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1 to add, %2 to change, %3 to remove, %4 unchanged, %5 KB to send</source>
        <translation>追加 %1、変更 %2、削除 %3、変更なし %4、送信 %5 KB</translation>
    </message>
    <message>
        <source>The server holds this site already; nothing was sent.</source>
        <translation>サーバーはすでにこのサイトと同じ内容です。何も送っていません。</translation>
    </message>
    <message>
        <source>Published generation %1: %2 added, %3 changed, %4 removed, %5 KB in %6 s.</source>
        <translation>第%1回の公開が完了しました：追加 %2、変更 %3、削除 %4、%5 KB、%6 秒。</translation>
    </message>
    <message>
        <source>Publish this? [y/N] </source>
        <translation>公開しますか。[y/N] </translation>
    </message>
    <message>
        <source>Nothing was published. --yes publishes without asking.</source>
        <translation>何も公開していません。--yes を付けると確認なしで公開します。</translation>
    </message>
    <message>
        <source>No publish was cut off there.</source>
        <translation>途中で止まった公開はありません。</translation>
    </message>
    <message>
        <source>The publish that was cut off is finished.</source>
        <translation>途中で止まっていた公開を完了しました。</translation>
    </message>
    <message>
        <source>The publish that was cut off is taken back; the site is as it was before.</source>
        <translation>途中で止まっていた公開を取り消しました。サイトは公開前のままです。</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>公開回</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>公開した人</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>パソコン</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Held back until this is mended or excepted: %1. Everything else that was due is published.</source>
        <translation>次のページは、直すか例外にするまで公開を見合わせます：%1。ほかの予定の公開は行いました。</translation>
    </message>
    <message>
        <source>Nothing was published. %1</source>
        <translation>何も公開していません。%1</translation>
    </message>
    <message>
        <source>An earlier publish had been cut off; it was finished first.</source>
        <translation>途中で止まっていた前回の公開を、先に完了しました。</translation>
    </message>
    <message>
        <source>An earlier publish had been cut off; it was taken back first.</source>
        <translation>途中で止まっていた前回の公開を、先に取り消しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on the server are in the way. Decide for each with --keep PATH (theirs stays) or --replace PATH (ours goes there, theirs is put aside), or take over all of them with --adopt.</source>
        <translation>
            <numerusform>サーバーにある%n個のファイルが公開の妨げになっています。それぞれ --keep パス（サーバーのものを残す）か --replace パス（こちらのものに置き換え、元のものは別に残す）で決めるか、--adopt ですべてこちらのものに置き換えてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The record of that publish is put aside. The next publish looks at every file and puts it right.</source>
        <translation>その公開の記録を別の場所に移しました。次の公開で、すべてのファイルを確認して直します。</translation>
    </message>
    <message>
        <source>Whoever knows this and wants to go on all the same adds: %1</source>
        <translation>承知のうえで続けるときは、次を付けて実行します: %1</translation>
    </message>
    <message>
        <source>The connection was lost; connecting again. (%1)</source>
        <translation>接続が切れたため、つなぎ直します。（%1）</translation>
    </message>
    <message>
        <source>There is no publish 0 to go back to: before the first publish the folder held nothing of this site. To take a site off the server, remove its files there by hand; to mend a first publish that the web server refuses, rename .htaccess on the server and publish again once the cause is put right.</source>
        <translation>公開0には戻せません。最初の公開より前、このフォルダーにはこのサイトのファイルがなかったためです。サイトをサーバーから取り下げるには、サーバー上のファイルを手作業で削除してください。最初の公開がウェブサーバーに拒まれている場合は、サーバー上で .htaccess の名前を変え、原因を直してからもう一度公開してください。</translation>
    </message>
    <message>
        <source>There is no earlier publish to go back to. Rename .htaccess on the server by hand, so that visitors see the pages, and tell the server&apos;s administrator what is refused.</source>
        <translation>戻せる以前の公開はありません。サーバー上で .htaccess の名前を手作業で変えると、閲覧者にページが表示されるようになります。そのうえで、何が拒まれているかをサーバーの管理者にお伝えください。</translation>
    </message>
    <message>
        <source>%1 is both kept (--keep) and replaced (--replace). Choose one of them.</source>
        <translation>%1 に --keep（そのまま残す）と --replace（置き換える）の両方が指定されています。どちらか一方にしてください。</translation>
    </message>
    <message>
        <source>%1, named by --keep or --replace, is no file of this publish. Paths are as `publish --dry-run` lists them.</source>
        <translation>--keep または --replace で指定された %1 は、今回の公開の対象ではありません。パスは `publish --dry-run` の一覧のとおりに指定してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Report</name>
    <message>
        <source>%1 is no day. Write it as 2026-04-01.</source>
        <translation>%1 は日付として読めません。2026-04-01 のように書いてください。</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>改善点</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>%1 of %2 pages for search engines have no problem.</source>
        <translation>検索の対象となる%2ページのうち、%1ページは改善の必要がありません。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>達成基準</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不適合</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1: made, not public yet</source>
        <translation>%1：作成しました（まだ公開していません）</translation>
    </message>
    <message>
        <source>%1: new working revision</source>
        <translation>%1：新しい下書きにしました</translation>
    </message>
    <message>
        <source>%1: left as it is</source>
        <translation>%1：そのまま残しました</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Rules</name>
    <message>
        <source>&quot;%1&quot; says no weight. Write RULE=must, should, ask, off or default.</source>
        <translation>「%1」に重要度がありません。「規則=must」のように、must、should、ask、off、default のいずれかを書いてください。</translation>
    </message>
    <message>
        <source>The site has no term &quot;%1&quot;. `rules SITE` lists what it has.</source>
        <translation>このサイトに用語「%1」はありません。一覧は `rules SITE` で確かめられます。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>Delivered as</source>
        <translation>初期状態</translation>
    </message>
    <message>
        <source>What it looks for</source>
        <translation>見つけるもの</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>書かない言葉</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書く言葉</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Secrets</name>
    <message>
        <source>File descriptor %1 cannot be read; open it in the calling script.</source>
        <translation>ファイル記述子 %1 を読み取れません。呼び出し側のスクリプトで開いてください。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Set KAKEHASHI_PASSWORD or give --password-fd.</source>
        <translation>パスワードを入力する端末がありません。KAKEHASHI_PASSWORD を設定するか、--password-fd を指定してください。</translation>
    </message>
    <message>
        <source>Store the password in the desktop program, or set KAKEHASHI_PASSWORD.</source>
        <translation>デスクトップ版でパスワードを保存するか、KAKEHASHI_PASSWORD を設定してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Site</name>
    <message numerus="yes">
        <source>Made %1 with %n page(s).</source>
        <translation>
            <numerusform>%1 を作成しました（%nページ）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 live, %2 with changes that are not yet approved</source>
        <translation>公開中 %1、未承認の変更あり %2</translation>
    </message>
    <message>
        <source>Backed up to %1 and checked by opening it.</source>
        <translation>%1 にバックアップし、開いて確認しました。</translation>
    </message>
    <message>
        <source>Kept. It reaches visitors with the next publish.</source>
        <translation>保存しました。次の公開で閲覧者に反映されます。</translation>
    </message>
    <message>
        <source>%1 is too pale: its contrast with white is %2 : 1, and texts need 4.5 : 1 (JIS X 8341-3 AA). The nearest that can be read is %3.</source>
        <translation>%1 は淡すぎます。白とのコントラスト比が %2：1 で、文字に必要な 4.5：1（JIS X 8341-3 AA）に足りません。読みやすい、いちばん近い色は %3 です。</translation>
    </message>
    <message>
        <source>Characters that no page can show, as %1, were left out.</source>
        <translation>ページに表示できない文字（%1 など）を除きました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Target</name>
    <message>
        <source>Password of %1 at %2 (goes to the keychain): </source>
        <translation>%2 の %1 のパスワード（キーチェーンに保存します）：</translation>
    </message>
    <message>
        <source>%1: %2. Try it with: target probe</source>
        <translation>%1：%2。確認するには：target probe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>ホスト鍵</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Is there</source>
        <translation>存在する</translation>
    </message>
    <message>
        <source>May be written</source>
        <translation>書き込める</translation>
    </message>
    <message>
        <source>Holds this site</source>
        <translation>このサイトがある</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>公開回</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>Files of others</source>
        <translation>ほかの人のファイル</translation>
    </message>
    <message>
        <source>A password for visitors needs a name (--visitor-name) and the name of an environment variable that holds the password (--visitor-password-env).</source>
        <translation>閲覧用のパスワードには、ユーザー名（--visitor-name）と、パスワードを入れた環境変数の名前（--visitor-password-env）の両方が必要です。</translation>
    </message>
    <message>
        <source>no, the folder is no link</source>
        <translation>いいえ（フォルダーがリンクではありません）</translation>
    </message>
    <message>
        <source>Switched by a link</source>
        <translation>リンクでの切り替え</translation>
    </message>
    <message>
        <source>%1: each publish points the link to a new folder, and all pages change at once.</source>
        <translation>%1：公開のたびにリンクを新しいフォルダーへ向け、すべてのページを一度に切り替えます。</translation>
    </message>
    <message>
        <source>%1: files are put in place.</source>
        <translation>%1：ファイルごとに入れ替えます。</translation>
    </message>
    <message>
        <source>possible; all pages change at once with --switching link</source>
        <translation>できます（--switching link で、すべてのページが一度に変わります）</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::TargetKey</name>
    <message>
        <source>Ask the server&apos;s operator to add this line to the account&apos;s authorized_keys:</source>
        <translation>次の1行をアカウントの authorized_keys に追加するよう、サーバーの管理者に依頼してください：</translation>
    </message>
    <message>
        <source>The private half is %1. Use it with: target add --key</source>
        <translation>秘密鍵は %1 です。target add --key で使えます</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Term</name>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ数</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is “%2” now, on %n page(s).</source>
        <translation>
            <numerusform>「%1」を「%2」に変更しました（%nページ）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Theme</name>
    <message>
        <source>New file</source>
        <translation>新しいファイル</translation>
    </message>
    <message>
        <source>Newer; nobody here changed it</source>
        <translation>新しい版あり（こちらの変更なし）</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>不要になった</translation>
    </message>
    <message>
        <source>Changed here; stays</source>
        <translation>こちらで変更（残す）</translation>
    </message>
    <message>
        <source>Changed here and newer</source>
        <translation>こちらで変更、新しい版もあり</translation>
    </message>
    <message>
        <source>Theme: %1 %2 (the copy here is of %3)</source>
        <translation>テーマ：%1 %2（このサイトにあるのは %3）</translation>
    </message>
    <message>
        <source>before versions were noted</source>
        <translation>版の記録を始める前のもの</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Done. The former theme is in %1.</source>
        <translation>終わりました。前のテーマは %1 にあります。</translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Verify</name>
    <message>
        <source>%1 is not among the files that differ.</source>
        <translation>%1 は、異なっているファイルの中にありません。</translation>
    </message>
    <message>
        <source>Every published file is as it was published.</source>
        <translation>公開したファイルは、すべて公開したときのままです。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on the server are not as published.</source>
        <translation>
            <numerusform>サーバー上の%n個のファイルが、公開したときと異なっています。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s list is signed, but this computer does not have the site&apos;s key, so the list itself was not checked. `site key import` brings the key here.</source>
        <translation>サーバーの一覧には署名がありますが、このパソコンに鍵がないため、一覧そのものは確かめていません。`site key import` で鍵を読み込めます。</translation>
    </message>
    <message>
        <source>The server&apos;s list lost its signature. Someone published without the site&apos;s key, or someone tampered with the server.</source>
        <translation>サーバーの一覧から署名がなくなっています。鍵のないパソコンから公開されたか、サーバーが書き換えられています。</translation>
    </message>
    <message>
        <source>Every file is as the server&apos;s own list says, but that list cannot be relied on.</source>
        <translation>すべてのファイルはサーバー上の一覧のとおりですが、その一覧は信頼できません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::AboutDialog</name>
    <message>
        <source>About Kakehashi</source>
        <translation>かけはしについて</translation>
    </message>
    <message>
        <source>Kakehashi %1</source>
        <translation>かけはし %1</translation>
    </message>
    <message>
        <source>A bridge between a prefecture, its contractor and its residents: edit a public portal here, publish it safely.</source>
        <translation>県と受託者と県民を結ぶ「かけはし」。ポータルサイトを手元で編集し、安全に公開します。</translation>
    </message>
    <message>
        <source>MIT licence  ·  Qt %1  ·  %2</source>
        <translation>MIT ライセンス  ·  Qt %1  ·  %2</translation>
    </message>
    <message>
        <source>Licences and notices</source>
        <translation>ライセンスと著作権表示</translation>
    </message>
    <message>
        <source>&amp;About Kakehashi</source>
        <translation>かけはしについて(&amp;A)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::AccentField</name>
    <message>
        <source>The theme&apos;s</source>
        <translation>テーマの色</translation>
    </message>
    <message>
        <source>As in the theme</source>
        <translation>テーマのとおり</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>ボタン</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Contrast with white %1 : 1 (at least 4.5). The dark appearance and the softer shades follow from it.</source>
        <translation>白とのコントラスト比 %1：1（4.5以上が必要）。暗い配色と淡い色は、この色から自動で決まります。</translation>
    </message>
    <message>
        <source>%1 is too pale: its contrast with white is %2 : 1, and texts need 4.5 : 1 (JIS X 8341-3 AA). The colour stays as it was.</source>
        <translation>%1 は淡すぎます。白とのコントラスト比が %2：1 で、文字に必要な 4.5：1（JIS X 8341-3 AA）に足りません。色は元のままです。</translation>
    </message>
    <message>
        <source>Take the nearest that can be read: %1</source>
        <translation>読みやすい、いちばん近い色にする：%1</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::AccessKeeper</name>
    <message>
        <source>The password of %1 is not known yet.</source>
        <translation>%1 のパスワードがまだ入力されていません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::AccessibilityDialog</name>
    <message>
        <source>Yearly accessibility report</source>
        <translation>アクセシビリティ年次報告</translation>
    </message>
    <message>
        <source>Tests 40 pages by JIS X 8341-3:2016, level AA: pages that represent the site and pages that are drawn. What a machine cannot decide is left to people.</source>
        <translation>JIS X 8341-3:2016の適合レベル AA に基づき、サイトを代表するページと無作為に選んだページの合わせて40ページを試験します。機械で判定できない項目は、人による確認として残します。</translation>
    </message>
    <message>
        <source>The same words draw the same pages again. They stand in the report.</source>
        <translation>同じ言葉からは同じページが選ばれます。この言葉は報告書に記載されます。</translation>
    </message>
    <message>
        <source>Checklist as an Excel workbook</source>
        <translation>達成基準チェックリスト（Excel）</translation>
    </message>
    <message>
        <source>Pages of the site: policy and results, to be read and approved</source>
        <translation>サイトのページ（方針と試験結果）。内容を確認してから公開します</translation>
    </message>
    <message>
        <source>Words for the draw</source>
        <translation>無作為抽出の種</translation>
    </message>
    <message>
        <source>To be made</source>
        <translation>作るもの</translation>
    </message>
    <message>
        <source>Test and write</source>
        <translation>試験して作成</translation>
    </message>
    <message>
        <source>Where to save the checklist</source>
        <translation>チェックリストの保存先</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel ブック (*.xlsx)</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were tested: %1 failures, %2 questions for people.</source>
        <translation>
            <numerusform>%nページを試験しました。不適合%1件、人による確認が必要な項目%2件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the results</source>
        <translation>試験結果を確認</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::AltBar</name>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Only decoration</source>
        <translation>装飾のみ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Describe it in a short sentence</source>
        <translation>短い文で説明してください</translation>
    </message>
    <message>
        <source>What does %1 show?</source>
        <translation>%1 には何が写っていますか。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::BannerForm</name>
    <message>
        <source>Home page</source>
        <translation>トップページ</translation>
    </message>
    <message>
        <source>Side column</source>
        <translation>横の欄</translation>
    </message>
    <message>
        <source>Foot of every page</source>
        <translation>全ページの下部</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>&amp;Title (alternative text)</source>
        <translation>題名（代替テキスト）(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Leads to</source>
        <translation>リンク先(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>画像(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>掲載場所(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>開始(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>終了(&amp;U)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::BannerPanel</name>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>リンク先</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Banners</source>
        <translation>バナー</translation>
    </message>
    <message>
        <source>Earlier in its place</source>
        <translation>同じ掲載場所で前へ</translation>
    </message>
    <message>
        <source>Later in its place</source>
        <translation>同じ掲載場所で後へ</translation>
    </message>
    <message>
        <source>New banner</source>
        <translation>新しいバナー</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>掲載中</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>掲載前</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>掲載終了</translation>
    </message>
    <message>
        <source>“%1” is stored.</source>
        <translation>「%1」を保存しました。</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>「%1」を削除しました。</translation>
    </message>
    <message>
        <source>The banners have another order.</source>
        <translation>バナーの順番を変えました。</translation>
    </message>
    <message>
        <source>A banner is not stored yet: %1</source>
        <translation>バナーがまだ保存されていません：%1</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::BlockTemplates</name>
    <message>
        <source>Notice</source>
        <translation>お知らせ枠</translation>
    </message>
    <message>
        <source>Picture with caption</source>
        <translation>説明付きの画像</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>画像の一覧</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>ボタン</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>段組み</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>List of pages</source>
        <translation>ページの一覧</translation>
    </message>
    <message>
        <source>Table with caption</source>
        <translation>表題付きの表</translation>
    </message>
    <message>
        <source>File to download</source>
        <translation>ダウンロード用ファイル</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>質問と回答</translation>
    </message>
    <message>
        <source>Video or map</source>
        <translation>動画・地図</translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Figures from statistics</source>
        <translation>統計の数値</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ChangeObservation</name>
    <message>
        <source>The value has been changed elsewhere since then. It stays as it is now.</source>
        <translation>その後、別の操作で値が変わっています。今の値のままにします。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ChangesButton</name>
    <message>
        <source>Goes to the next place that visitors do not have yet</source>
        <translation>まだ公開されていない、次の変更箇所へ移ります</translation>
    </message>
    <message>
        <source>Not public yet</source>
        <translation>まだ公開されていません</translation>
    </message>
    <message>
        <source>As it is public</source>
        <translation>公開中のものと同じです</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) changed since the last publish</source>
        <translation>
            <numerusform>前回の公開から %n か所 変更</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::CheckPanel</name>
    <message>
        <source>Check</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度点検</translation>
    </message>
    <message>
        <source>Checks all pages as they are now</source>
        <translation>すべてのページを今の内容で点検します</translation>
    </message>
    <message>
        <source>Ask other sites</source>
        <translation>外部リンクを調べる</translation>
    </message>
    <message>
        <source>Whether the links to other sites still lead anywhere. One request a second and site, so it takes a while</source>
        <translation>ほかのサイトへのリンクが切れていないか調べます。相手のサイトに負担を掛けないよう1秒に1件ずつ確かめるので、時間がかかります</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>一覧を保存…</translation>
    </message>
    <message>
        <source>As a table (CSV) of what is listed now</source>
        <translation>いま表示している一覧を表（CSV）にします</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Problems of the site</source>
        <translation>サイトの指摘</translation>
    </message>
    <message>
        <source>What, why and how to mend it</source>
        <translation>指摘の内容・理由・直し方</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>At the place (Enter)</source>
        <translation>その場所を開きます（Enter）</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>What is selected, where that is sure</source>
        <translation>選んだ指摘のうち、確実に直せるものを直します</translation>
    </message>
    <message>
        <source>Mend all of this rule…</source>
        <translation>この規則をすべて直す…</translation>
    </message>
    <message>
        <source>On all pages, after a look at what changes</source>
        <translation>すべてのページを対象に、変更を確かめてから直します</translation>
    </message>
    <message>
        <source>Make an exception…</source>
        <translation>例外にする…</translation>
    </message>
    <message>
        <source>Lets it be published all the same; asks for the reason</source>
        <translation>理由を記録して、このまま公開できるようにします</translation>
    </message>
    <message>
        <source>Take the exception back</source>
        <translation>例外を取り消す</translation>
    </message>
    <message>
        <source>It stops the next publish again</source>
        <translation>次の公開から、また止まるようになります</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>指摘はありません</translation>
    </message>
    <message>
        <source>Nothing is left by this filter.</source>
        <translation>この条件に当てはまる指摘はありません</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>点検しています…</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>まだ点検していません</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>The site has changed since</source>
        <translation>点検のあとにサイトが変わりました</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are selected.</source>
        <translation>
            <numerusform>%n件の指摘を選んでいます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mended after a check</source>
        <translation>点検による修正</translation>
    </message>
    <message>
        <source>Mended after a check: %1</source>
        <translation>点検による修正：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were mended. The working texts changed; what is public did not.</source>
        <translation>
            <numerusform>%nページを直しました。変わったのは作業中の文章だけで、公開中のページは変わりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Mending undone</source>
        <translation>点検による修正の取り消し</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are as they were before.</source>
        <translation>
            <numerusform>%nページを元に戻しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) on other sites were asked.</source>
        <translation>
            <numerusform>ほかのサイトの%n件のアドレスを調べました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>一覧の保存</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>check</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>The list is in %1.</source>
        <translation>一覧を %1 に保存しました。</translation>
    </message>
    <message>
        <source>Rules and terms…</source>
        <translation>規則と用語…</translation>
    </message>
    <message>
        <source>What this site&apos;s check looks for, and its own spelling</source>
        <translation>このサイトの点検で見るものと、用語の書き方</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ChoiceField</name>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ChoiceView</name>
    <message>
        <source>%1  %2 — %3 new, %4 changed, %5 removed, %6</source>
        <translation>%1  %2 — 追加 %3、変更 %4、削除 %5、%6</translation>
    </message>
    <message>
        <source>Earlier publishes</source>
        <translation>これまでの公開</translation>
    </message>
    <message>
        <source>See the plan</source>
        <translation>公開の内容を確認</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>公開先(&amp;T)</translation>
    </message>
    <message>
        <source>Where to publish</source>
        <translation>公開先の選択</translation>
    </message>
    <message>
        <source>Targets…</source>
        <translation>公開先の設定…</translation>
    </message>
    <message>
        <source>Pages with new text</source>
        <translation>本文が変わったページ</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>No page has new text. Changed menus, banners and figures are in the plan all the same.</source>
        <translation>本文が変わったページはありません。メニュー、バナー、統計の変更は公開の内容に含まれます。</translation>
    </message>
    <message>
        <source>%1   %2   new, never published</source>
        <translation>%1   %2   新規（未公開）</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Double-click opens the page</source>
        <translation>ダブルクリックでページを開きます</translation>
    </message>
    <message>
        <source>Set up where to publish</source>
        <translation>公開先を設定</translation>
    </message>
    <message>
        <source>There is no server yet to publish to.</source>
        <translation>公開先のサーバーがまだありません。</translation>
    </message>
    <message>
        <source>&amp;Approval</source>
        <translation>承認(&amp;A)</translation>
    </message>
    <message>
        <source>Decision number, who approved it (may stay empty)</source>
        <translation>決裁番号・承認者（空でもかまいません）</translation>
    </message>
    <message>
        <source>%1   (is on %2 already)</source>
        <translation>%1&#x3000;（%2には反映済み）</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::CodeQuestion</name>
    <message>
        <source>Log in at %1</source>
        <translation>%1 へのログイン</translation>
    </message>
    <message>
        <source>The server %1 asks for this besides the password or key, such as a one-time code:</source>
        <translation>サーバー %1 が、パスワードや鍵のほかに次の入力（ワンタイムコードなど）を求めています。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::CommandPalette</name>
    <message>
        <source>Find an action or a page</source>
        <translation>操作またはページを検索</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DateField</name>
    <message>
        <source>Set a date</source>
        <translation>日付を設定</translation>
    </message>
    <message>
        <source>Remove the date</source>
        <translation>日付を消す</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DateMenu</name>
    <message>
        <source>As it is &amp;now</source>
        <translation>現在のサイト(&amp;N)</translation>
    </message>
    <message>
        <source>At another date</source>
        <translation>日時を指定</translation>
    </message>
    <message>
        <source>Only what is &amp;published</source>
        <translation>公開済みの内容だけ(&amp;P)</translation>
    </message>
    <message>
        <source>Date and time to look at (Japan)</source>
        <translation>表示する日時（日本時間）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DecisionsDialog</name>
    <message>
        <source>Rules and terms of this site</source>
        <translation>このサイトの規則と用語</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>規則(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Terms</source>
        <translation>用語(&amp;T)</translation>
    </message>
    <message>
        <source>They go with the site, also to whoever takes it over.</source>
        <translation>サイトと一緒に、次の担当者にも引き継がれます。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close without keeping the changes?</source>
        <translation>変更を保存せずに閉じますか。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DetailsForm</name>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>In lists, cards and search results; about 80 characters.</source>
        <translation>一覧、カード、検索結果に表示されます。80文字程度が目安です。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Shown to visitors; lists are sorted by it.</source>
        <translation>閲覧者に表示され、一覧の並び順に使います。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>On cards and when the page is shared.</source>
        <translation>カードや、ページが共有されたときに表示されます。</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1（必須）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Document</name>
    <message>
        <source>Typing</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>文字の削除</translation>
    </message>
    <message>
        <source>Text change</source>
        <translation>文章の変更</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>検索の設定</translation>
    </message>
    <message>
        <source>Publishing period</source>
        <translation>公開期間</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DocumentStore</name>
    <message>
        <source>Recovered edits</source>
        <translation>復元した編集</translation>
    </message>
    <message>
        <source>Changes made elsewhere</source>
        <translation>ほかで行われた変更</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Drift</name>
    <message>
        <source>As published:</source>
        <translation>公開したとき：</translation>
    </message>
    <message>
        <source>On the server:</source>
        <translation>サーバー上：</translation>
    </message>
    <message>
        <source>This is no text file.</source>
        <translation>テキストファイルではありません。</translation>
    </message>
    <message>
        <source>The content is the same; only its time differs.</source>
        <translation>内容は同じで、時刻だけが異なります。</translation>
    </message>
    <message>
        <source>Reading what differs</source>
        <translation>異なるファイルを読み取っています</translation>
    </message>
    <message>
        <source>But the list it was compared with could not be checked: this computer does not have the site&apos;s signature key (Targets → Import a key).</source>
        <translation>ただし、比べた一覧は確かめられていません。このパソコンに、このサイトの署名の鍵がないためです（公開先 → 署名の鍵を読み込む…）。</translation>
    </message>
    <message>
        <source>But the list it was compared with lost its signature: someone published without the site&apos;s key, or someone tampered with it.</source>
        <translation>ただし、比べた一覧から署名がなくなっています。鍵のないパソコンから公開されたか、書き換えられています。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DriftModel</name>
    <message>
        <source>Kept as it is</source>
        <translation>そのまま残す</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>無視</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2、%3）</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>なくなっている</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>当サイト以外</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Time on the server</source>
        <translation>サーバー上の時刻</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Visitors cannot read it</source>
        <translation>閲覧者が読めない</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DriftPanel</name>
    <message>
        <source>What differs in the file</source>
        <translation>ファイルの違い</translation>
    </message>
    <message>
        <source>Is the server as it was published?</source>
        <translation>サーバーは公開したときのままですか</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>Compares names, sizes and times; takes a few seconds</source>
        <translation>名前、サイズ、時刻を比較します。数秒で終わります</translation>
    </message>
    <message>
        <source>Check contents too</source>
        <translation>内容も確認</translation>
    </message>
    <message>
        <source>Reads every published file. Only this proves anything: times can be forged</source>
        <translation>公開したすべてのファイルを読み取ります。時刻は偽装できるため、確実なのはこの方法だけです</translation>
    </message>
    <message>
        <source>Files that differ</source>
        <translation>異なっているファイル</translation>
    </message>
    <message>
        <source>Put ours back…</source>
        <translation>公開時の内容に戻す…</translation>
    </message>
    <message>
        <source>Publishes these files again; what lies there is put aside first</source>
        <translation>これらのファイルを再び公開します。今あるものは先に退避します</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>そのまま残す</translation>
    </message>
    <message>
        <source>Publishing leaves the file as it is now, until you watch it again</source>
        <translation>再び監視するまで、公開しても今の内容のまま残します</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>無視する</translation>
    </message>
    <message>
        <source>Not reported any more while the file stays as it is now</source>
        <translation>今の内容のままであれば、以後は通知しません</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>再び監視する</translation>
    </message>
    <message>
        <source>Takes back what was decided about the file</source>
        <translation>このファイルへの対応を取り消します</translation>
    </message>
    <message>
        <source>Evidence file…</source>
        <translation>証拠ファイル…</translation>
    </message>
    <message>
        <source>What was found, when and how, with hashes: for the prefecture</source>
        <translation>何が、いつ、どのように見つかったかを、ハッシュ値とともに記録します（県への報告用）</translation>
    </message>
    <message>
        <source>Comparing %1 with what was published</source>
        <translation>%1 を、公開した内容と比較しています</translation>
    </message>
    <message>
        <source>There is no server yet to look after.</source>
        <translation>確認するサーバーがまだありません。</translation>
    </message>
    <message>
        <source>The server is compared file by file with the last publish. Nothing is changed by looking.</source>
        <translation>サーバーを、前回の公開と1ファイルずつ比較します。確認だけでは何も変わりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not as they were published.</source>
        <translation>
            <numerusform>%n個のファイルが、公開したときと異なっています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every published file is as it was published.</source>
        <translation>公開したファイルは、すべて公開したときのままです。</translation>
    </message>
    <message>
        <source>Last checked %1, contents too</source>
        <translation>前回の確認：%1（内容も確認）</translation>
    </message>
    <message>
        <source>Last checked %1</source>
        <translation>前回の確認：%1</translation>
    </message>
    <message>
        <source>This puts files back as they were published. What lies there now is put aside on the server, so that it can still be examined.</source>
        <translation>ファイルを公開したときの内容に戻します。今あるものは、後で調べられるようサーバー上に退避します。</translation>
    </message>
    <message>
        <source>Save the evidence file</source>
        <translation>証拠ファイルの保存</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>ウェブページ (*.html)</translation>
    </message>
    <message>
        <source>The evidence is in %1, and as JSON beside it.</source>
        <translation>証拠ファイルを %1 に保存しました。JSON 形式も同じ場所にあります。</translation>
    </message>
    <message>
        <source>Server check</source>
        <translation>サーバーの確認</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::EditorChecks</name>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::EditorFeature</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Text of the page</source>
        <translation>ページの本文(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Details of the page</source>
        <translation>ページの詳細(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Period and search</source>
        <translation>公開期間と検索(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save a revision</source>
        <translation>版として保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Find in the text</source>
        <translation>本文を検索(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>次の指摘(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious problem</source>
        <translation>前の指摘(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Mend the problem at the caret…</source>
        <translation>カーソル位置の指摘を直す(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Paste as plain text</source>
        <translation>書式なしで貼り付け(&amp;P)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::EditorPanel</name>
    <message>
        <source>Choose a page from the list, or make a new one (Ctrl+N).</source>
        <translation>一覧からページを選ぶか、新しいページを作成してください（Ctrl+N）。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Period and search</source>
        <translation>公開期間と検索</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す：%1(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The text of the picture is stored.</source>
        <translation>画像の代替テキストを保存しました。</translation>
    </message>
    <message numerus="yes">
        <source>You have left the page meanwhile. %n file(s) are among the media now.</source>
        <translation>
            <numerusform>その間に別のページへ移ったため、本文には入れませんでした。%n件のファイルはメディアに入っています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::EditorToolbar</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Heading %1</source>
        <translation>見出し %1</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>太字</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>箇条書き</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>番号付きの箇条書き</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Insert a block</source>
        <translation>部品を挿入</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>部品</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::EntryView</name>
    <message>
        <source>What changed in the text of the page</source>
        <translation>ページの文章の変更点</translation>
    </message>
    <message>
        <source>Files of this publish</source>
        <translation>この公開のファイル</translation>
    </message>
    <message>
        <source>Look at the site of that moment</source>
        <translation>当時のサイトを見る</translation>
    </message>
    <message>
        <source>Go back to this state…</source>
        <translation>この状態に戻す…</translation>
    </message>
    <message>
        <source>Publish %1 — %2</source>
        <translation>第%1回の公開 — %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stayed as they were</source>
        <translation>
            <numerusform>%n個のファイルは変わりませんでした</numerusform>
        </translation>
    </message>
    <message>
        <source>Published from another computer: its plan is kept there.</source>
        <translation>別のパソコンからの公開です。公開の内容はそちらに保存されています。</translation>
    </message>
    <message>
        <source>This is what visitors see now</source>
        <translation>閲覧者に現在見えている状態です</translation>
    </message>
    <message>
        <source>Approval: %1</source>
        <translation>承認：%1</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ExceptionDialog</name>
    <message>
        <source>Publish it all the same?</source>
        <translation>このまま公開しますか</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) will no longer stop a publish:</source>
        <translation>
            <numerusform>次の%n件の指摘では、公開が止まらなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>page, problem</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>For example: the text comes from the ministry&apos;s form and is mended in October</source>
        <translation>例：国の様式をそのまま引用しているため。10月の改訂で直す</translation>
    </message>
    <message>
        <source>The reason, your name and the time are kept and stand in the history of the publish. The exception ends when the text at that place changes.</source>
        <translation>理由、名前、日時を記録し、公開の履歴にも残します。その場所の文章が変わると、例外は無効になります。</translation>
    </message>
    <message>
        <source>Record the exception</source>
        <translation>例外を記録する</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ExportDialog</name>
    <message>
        <source>Export the whole site</source>
        <translation>サイト全体を書き出す</translation>
    </message>
    <message>
        <source>Writing the site</source>
        <translation>サイトを書き出しています</translation>
    </message>
    <message>
        <source>%1 pages and %2 files are in %3.</source>
        <translation>%1 ページと %2 個のファイルを %3 に書き出しました。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ExportFindings</name>
    <message>
        <source>Check</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>Mending</source>
        <translation>直し方</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Reason of the exception</source>
        <translation>例外の理由</translation>
    </message>
    <message>
        <source>By</source>
        <translation>記録者</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FailurePage</name>
    <message>
        <source>The site is open elsewhere</source>
        <translation>サイトは別の場所で開かれています</translation>
    </message>
    <message>
        <source>The site needs a newer Kakehashi</source>
        <translation>新しい版の「かけはし」が必要です</translation>
    </message>
    <message>
        <source>The site&apos;s database is damaged</source>
        <translation>サイトのデータベースが壊れています</translation>
    </message>
    <message>
        <source>The folder cannot be written</source>
        <translation>フォルダーに書き込めません</translation>
    </message>
    <message>
        <source>There is no site in this folder</source>
        <translation>このフォルダーにサイトがありません</translation>
    </message>
    <message>
        <source>The site could not be opened</source>
        <translation>サイトを開けませんでした</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>このバックアップを復元</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Other sites</source>
        <translation>ほかのサイト</translation>
    </message>
    <message>
        <source>Looking for a good backup…</source>
        <translation>正常なバックアップを探しています…</translation>
    </message>
    <message>
        <source>A backup of %1 is good. The damaged database is kept beside it, nothing is deleted.</source>
        <translation>%1のバックアップは正常です。壊れたデータベースも隣に残し、何も削除しません。</translation>
    </message>
    <message>
        <source>This is not a site folder</source>
        <translation>サイトのフォルダーではありません</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>そのまま開く</translation>
    </message>
    <message>
        <source>If that computer is off or gone, the site can be opened here. Where somebody works there now, the two would write over one another.</source>
        <translation>そのパソコンの電源が切れているか、もう使われていない場合は、ここで開けます。いまそちらで作業中の場合は、互いの変更を上書きしてしまいます。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FieldNote</name>
    <message>
        <source>%1: %2</source>
        <comment>severity, problem</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FigureQuestion</name>
    <message>
        <source>&amp;Correct it</source>
        <translation>修正する(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep the former value</source>
        <translation>前の値のままにする(&amp;K)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FilterBar</name>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>すべての規則</translation>
    </message>
    <message>
        <source>Filter by words or page</source>
        <translation>言葉やページで絞り込む</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>rule, count</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>本文を検索</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%nか所</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FindingModel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>The site as a whole</source>
        <translation>サイト全体</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Mending</source>
        <translation>直し方</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FindingText</name>
    <message>
        <source>%1, row %2, %3</source>
        <translation>%1 %2行目 %3</translation>
    </message>
    <message>
        <source>Must</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Should</source>
        <translation>推奨</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Title for search engines</source>
        <translation>検索エンジン向けの題名</translation>
    </message>
    <message>
        <source>Description for search engines</source>
        <translation>検索エンジン向けの説明</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行目：%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>severity, rule</comment>
        <translation>%1・%2</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>To mend it: %1 (Alt+Enter)</source>
        <translation>直し方：%1（Alt+Enter）</translation>
    </message>
    <message>
        <source>To mend it: %1</source>
        <translation>直し方：%1</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FixPreview</name>
    <message>
        <source>What will be changed</source>
        <translation>変更の確認</translation>
    </message>
    <message>
        <source>Only the working texts change. What is public stays as it is until the next publish, and all of it can be undone at once.</source>
        <translation>変わるのは作業中の文章だけです。公開中のページは次に公開するまで変わらず、まとめて元に戻せます。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Places that will be mended</source>
        <translation>直す場所</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%nか所</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more place(s) like these</source>
        <translation>
            <numerusform>ほか%nか所も同じように直します</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend %n place(s)</source>
        <translation>
            <numerusform>%nか所を直す</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::GateList</name>
    <message>
        <source>Problems that stop the publish</source>
        <translation>公開を止めている指摘</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>Make an exception…</source>
        <translation>例外にする…</translation>
    </message>
    <message>
        <source>An exception for all of them…</source>
        <translation>すべて例外にする…</translation>
    </message>
    <message>
        <source>The site as a whole</source>
        <translation>サイト全体</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::GuardList</name>
    <message>
        <source>I know this, go on all the same</source>
        <translation>確認しました。このまま続けます</translation>
    </message>
    <message>
        <source>Leave the server&apos;s files as they are</source>
        <translation>サーバーのファイルをそのまま残す</translation>
    </message>
    <message>
        <source>Put ours there (theirs are kept aside)</source>
        <translation>こちらのファイルを置く（元のファイルは退避）</translation>
    </message>
    <message>
        <source>Import the key…</source>
        <translation>署名の鍵を読み込む…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::HeaderBar</name>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状態：%1</translation>
    </message>
    <message>
        <source>Autosaved</source>
        <translation>自動保存済み</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>What you type is kept within a second. Ctrl+S makes a revision of it.</source>
        <translation>入力した内容は1秒以内に保存されます。Ctrl+S で版として保存します。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>保存できていません</translation>
    </message>
    <message>
        <source>Writing to the disk fails, and is tried again all the time. Make room on the disk, and leave this window open until it says “Autosaved”.</source>
        <translation>ディスクに書き込めません。書き込みは自動で繰り返しています。ディスクの空きを増やし、「自動保存済み」と表示されるまでこのウィンドウを閉じないでください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::HelpWindow</name>
    <message>
        <source>Guide</source>
        <translation>使い方</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>使い方を検索</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>章の本文</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>使い方(&amp;G)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::HistoryDialog</name>
    <message>
        <source>History of “%1”</source>
        <translation>「%1」の履歴</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Text of the revision</source>
        <translation>この版の本文</translation>
    </message>
    <message>
        <source>Take over this text</source>
        <translation>この本文を取り込む</translation>
    </message>
    <message>
        <source>   (live)</source>
        <translation>   （公開中）</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>第%1版</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::HistoryModel</name>
    <message>
        <source>%1  (now public)</source>
        <translation>%1（公開中）</translation>
    </message>
    <message>
        <source>from elsewhere</source>
        <translation>別の場所から</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 removed</source>
        <translation>追加 %1、変更 %2、削除 %3</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>第%1回の公開</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>公開した人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>公開元</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信量</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::HistoryPanel</name>
    <message>
        <source>History of publishing</source>
        <translation>公開の履歴</translation>
    </message>
    <message>
        <source>Ask the server too</source>
        <translation>サーバーにも問い合わせる</translation>
    </message>
    <message>
        <source>Also lists what was published from other computers</source>
        <translation>別のパソコンからの公開も表示します</translation>
    </message>
    <message>
        <source>Earlier publishes</source>
        <translation>これまでの公開</translation>
    </message>
    <message>
        <source>Nothing was published to %1 yet. Each publish will be listed here: who, when, and what exactly.</source>
        <translation>%1 にはまだ公開していません。公開するたびに、だれが、いつ、何を公開したかをここに記録します。</translation>
    </message>
    <message>
        <source>There is no server yet to publish to. Set one up under Targets.</source>
        <translation>公開先のサーバーがまだありません。「公開先」で設定してください。</translation>
    </message>
    <message>
        <source>Asking %1 what it keeps</source>
        <translation>%1 に残っているものを確認しています</translation>
    </message>
    <message>
        <source>Settling the cut-off publish to %1</source>
        <translation>途中で止まった %1 への公開を終わらせています</translation>
    </message>
    <message>
        <source>Publish %1 is kept neither on this computer nor on the server any more. Newer ones can be gone back to.</source>
        <translation>第%1回の公開は、このパソコンにもサーバーにも残っていません。より新しい公開には戻せます。</translation>
    </message>
    <message>
        <source>The site of %1</source>
        <translation>%1のサイト</translation>
    </message>
    <message>
        <source>Fetching the files of that moment</source>
        <translation>当時のファイルを取り寄せています</translation>
    </message>
    <message>
        <source>This goes back to publish %1 of %2. Texts in this program stay as they are: the next ordinary publish sends the newest state again. Going back is a publish like any other and can be gone back from.</source>
        <translation>%2の第%1回の公開に戻します。このソフトの中の文章はそのままで、次に通常の公開をすると最新の状態に戻ります。これも通常の公開と同じで、後から取り消せます。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::HostKeyView</name>
    <message>
        <source>Is this really your server?</source>
        <translation>このサーバーで間違いありませんか</translation>
    </message>
    <message>
        <source>This computer has never connected to %1 before. The server showed this key:</source>
        <translation>このパソコンから %1 に接続するのは初めてです。サーバーから次の鍵が示されました。</translation>
    </message>
    <message>
        <source>Compare it with the fingerprint that the server&apos;s operator gave you: in the server contract, in the control panel, or by telephone. Do not take it from an e-mail that you did not expect.</source>
        <translation>サーバーの管理者から知らされた指紋と見比べてください。サーバーの契約書、管理画面、または電話で確認できます。心当たりのないメールに書かれた指紋は使わないでください。</translation>
    </message>
    <message>
        <source>The operator can read it on the server itself with:</source>
        <translation>管理者はサーバー上で次のコマンドを使って確認できます。</translation>
    </message>
    <message>
        <source>I have compared all characters, they are the same</source>
        <translation>すべての文字を見比べ、同じであることを確認しました</translation>
    </message>
    <message>
        <source>Stopped: the server showed another key</source>
        <translation>中止しました：サーバーの鍵が以前と異なります</translation>
    </message>
    <message>
        <source>%1 identified itself with a different key than before. Somebody may be in between, or the server was set up anew. Nothing was sent, no password was given away.</source>
        <translation>%1 から、以前と異なる鍵が示されました。第三者が通信に割り込んでいるか、サーバーが作り直された可能性があります。何も送っておらず、パスワードも渡していません。</translation>
    </message>
    <message>
        <source>Key shown now:</source>
        <translation>今回の鍵：</translation>
    </message>
    <message>
        <source>Key trusted until now: %1</source>
        <translation>これまで信頼していた鍵：%1</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator whether the key was changed on purpose. If it was, and the operator&apos;s new fingerprint is the one above, open the settings of this target, clear the field &quot;Server key&quot; and connect again.</source>
        <translation>意図した変更かどうか、サーバーの管理者に確認してください。意図した変更で、新しい指紋が上のものと同じであれば、この公開先の設定で「サーバーの鍵」を空にして、もう一度接続してください。</translation>
    </message>
    <message>
        <source>Fingerprint of the server&apos;s key</source>
        <translation>サーバーの鍵の指紋</translation>
    </message>
    <message>
        <source>Trust this server and go on</source>
        <translation>このサーバーを信頼して続ける</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ImportDialog</name>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Pages that are here already get a new &amp;revision</source>
        <translation>すでにあるページは新しい版にする(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Send them with the next publish (drafts stay drafts)</source>
        <translation>次の公開に含める（下書きは下書きのまま）(&amp;S)</translation>
    </message>
    <message>
        <source>Take in a folder</source>
        <translation>フォルダーから取り込む</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Choose a folder of Markdown files, the folder of a Hugo site, or one that “Export the whole site” has written. You will see what comes and what does not before anything changes.</source>
        <translation>Markdown のフォルダー、Hugo のサイトのフォルダー、または「サイト全体を書き出す」で作ったフォルダーを選んでください。取り込む前に、何が入り、何が入らないかを一覧で確かめられます。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>What becomes of each file</source>
        <translation>ファイルごとの結果</translation>
    </message>
    <message>
        <source>Folder to take in</source>
        <translation>取り込むフォルダー</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>フォルダーを読んでいます</translation>
    </message>
    <message>
        <source>Stopped. Nothing changed.</source>
        <translation>中止しました。何も変わっていません。</translation>
    </message>
    <message>
        <source>New pages: %1 · new revisions: %2 · pictures and files: %3 · old addresses that go on working: %4 · not taken: %5 · to look at: %6</source>
        <translation>新しいページ %1・新しい版 %2・画像とファイル %3・引き継ぐ旧アドレス %4・取り込まないもの %5・確かめるところ %6</translation>
    </message>
    <message>
        <source>Taking the pages in</source>
        <translation>取り込んでいます</translation>
    </message>
    <message>
        <source>Taken in: %1 new pages, %2 new revisions, %3 pictures and files.

Before that the site was backed up: %4</source>
        <translation>取り込みました：新しいページ %1、新しい版 %2、画像とファイル %3。

取り込む前のバックアップ：%4</translation>
    </message>
    <message>
        <source>Taken in: %1 new pages, %2 new revisions.</source>
        <translation>取り込みました：新しいページ %1、新しい版 %2。</translation>
    </message>
    <message>
        <source>Pages are being taken in. Stop it and close?</source>
        <translation>ページを取り込んでいます。中止して閉じますか。</translation>
    </message>
    <message>
        <source>Nothing of it will be in the site.</source>
        <translation>中止すると、この取り込みの内容はサイトに入りません。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>取り込みを続ける</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>中止して閉じる</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ImportModel</name>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New revision</source>
        <translation>新しい版</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1 の %2 行目</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>取り込み先</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::IndexNowField</name>
    <message>
        <source>Tell search en&amp;gines which pages changed (IndexNow)</source>
        <translation>変わったページを検索エンジンに通知する（IndexNow）(&amp;G)</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>今すぐ送る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送り先</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>After each publish to the public address, the addresses of new, changed and removed pages are sent to Bing, Yandex and others that take part. Google does not. Never for rehearsals.</source>
        <translation>公開アドレスへ公開するたびに、追加・変更・削除したページのアドレスを、参加している検索エンジン（Bing、Yandex など）に送ります。Google は参加していません。確認用の公開先のことは送りません。</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しい鍵</translation>
    </message>
    <message>
        <source>It is no secret: it lies on the site as a file. A new one holds from the next publish on.</source>
        <translation>鍵は秘密ではなく、サイトにファイルとして置かれます。新しい鍵は次の公開から有効です。</translation>
    </message>
    <message>
        <source>Telling search engines…</source>
        <translation>検索エンジンに通知しています…</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) that could not be told of yet</source>
        <translation>
            <numerusform>まだ通知できていないページ：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>What search engines are told is stored.</source>
        <translation>検索エンジンへの通知の設定を保存しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::IssueStrip</name>
    <message>
        <source>Previous problem (Shift+F8)</source>
        <translation>前の指摘（Shift+F8）</translation>
    </message>
    <message>
        <source>Next problem (F8)</source>
        <translation>次の指摘（F8）</translation>
    </message>
    <message>
        <source>Problems in the page</source>
        <translation>ページの指摘</translation>
    </message>
    <message>
        <source>%1 (the first %2 are listed)</source>
        <translation>%1（先頭の%2件を表示）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, problem</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::KeyFile</name>
    <message>
        <source>Signature key (*.key)</source>
        <translation>署名の鍵 (*.key)</translation>
    </message>
    <message>
        <source>Import the signature key</source>
        <translation>署名の鍵を読み込む</translation>
    </message>
    <message>
        <source>The key is in this computer&apos;s keychain. Delete the file it came in.</source>
        <translation>鍵をこのパソコンのキーチェーンに入れました。受け取ったファイルは消してください。</translation>
    </message>
    <message>
        <source>This computer has no signature key of the site yet. It is made at the first publish from here.</source>
        <translation>このパソコンには、まだこのサイトの署名の鍵がありません。ここからはじめて公開したときに作られます。</translation>
    </message>
    <message>
        <source>Export the signature key</source>
        <translation>署名の鍵を書き出す</translation>
    </message>
    <message>
        <source>The key is in %1. Hand it over by a safe way and delete the file afterwards.</source>
        <translation>鍵を %1 に書き出しました。安全な方法で渡し、済んだらファイルを消してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::LanguageField</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Translation of</source>
        <translation>元のページ</translation>
    </message>
    <message>
        <source>Translation of: path of the original, /kenmin/</source>
        <translation>翻訳元のページのパス（例：/kenmin/）</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::LivePage</name>
    <message>
        <source>Preview of the page</source>
        <translation>ページのプレビュー</translation>
    </message>
    <message>
        <source>The preview keeps stopping on this page, so it stays off for now. Your text is safe. Open another page, or undo the last change here.</source>
        <translation>このページではプレビューが繰り返し停止するため、いったん表示を止めました。本文は失われていません。別のページを開くか、直前の変更を元に戻してください。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::LockQuestion</name>
    <message>
        <source>Break the lock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Break the lock of %1?</source>
        <translation>%1さんのロックを解除しますか？</translation>
    </message>
    <message>
        <source>Do this only if you know that this publish runs no more: ask %1 first. For up to a minute it is watched whether the lock is renewed; if it is, nothing is broken. What that publish left unfinished is finished or taken back afterwards.</source>
        <translation>その公開がもう動いていないと分かっているときだけ、解除してください。先に%1さんに確かめてください。最長1分、ロックが更新されるかを見守り、更新されたときは解除しません。途中で止まった公開は、そのあと完了するか取り消します。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::LooksView</name>
    <message>
        <source>Open the page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>In search results</source>
        <translation>検索結果での見え方</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>パソコン</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>スマホ</translation>
    </message>
    <message>
        <source>Where the address is shared</source>
        <translation>共有されたときの見え方</translation>
    </message>
    <message>
        <source>The picture that services show</source>
        <translation>共有先に表示される画像</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing to improve.</source>
        <translation>改善の必要はありません。</translation>
    </message>
    <message>
        <source>The title is cut off.</source>
        <translation>題名が途中で切れます。</translation>
    </message>
    <message>
        <source>Without a summary the beginning of the text stands here.</source>
        <translation>概要がないため、本文の冒頭が使われます。</translation>
    </message>
    <message>
        <source>The summary is cut off.</source>
        <translation>概要が途中で切れます。</translation>
    </message>
    <message>
        <source>Title %1, summary %2 characters.</source>
        <translation>題名%1文字、概要%2文字</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>ページ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Kakehashi</source>
        <translation>かけはし</translation>
    </message>
    <message>
        <source>Making the sample portal…</source>
        <translation>見本サイトを作成しています…</translation>
    </message>
    <message>
        <source>The backup is in place. The damaged database is kept beside it.</source>
        <translation>バックアップを復元しました。壊れたデータベースも隣に残してあります。</translation>
    </message>
    <message>
        <source>Open a site folder</source>
        <translation>サイトのフォルダーを開く</translation>
    </message>
    <message>
        <source>%1 is open already; its window has come to the front.</source>
        <translation>%1 はすでに開かれています。そのウィンドウを前面に出しました。</translation>
    </message>
    <message>
        <source>The lock of the other computer was taken away.</source>
        <translation>別のパソコンのロックを外しました。</translation>
    </message>
    <message>
        <source>Close it all the same?</source>
        <translation>閉じてもよいですか。</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>閉じない</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>中止して閉じる</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ManyFixes</name>
    <message>
        <source>Mending pages</source>
        <translation>ページを直しています</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MarkdownEdit</name>
    <message>
        <source>Text of the page</source>
        <translation>ページの本文</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MediaDetails</name>
    <message>
        <source>Only decoration</source>
        <translation>装飾のみ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Alternative text</source>
        <translation>代替テキスト(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>説明文(&amp;C)</translation>
    </message>
    <message>
        <source>Rights &amp;holder</source>
        <translation>権利者(&amp;H)</translation>
    </message>
    <message>
        <source>, %1 × %2 pixels</source>
        <translation>、%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>Used nowhere</source>
        <translation>使われていません</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>使っている場所</translation>
    </message>
    <message>
        <source>It is in use; remove it there first.</source>
        <translation>使用中です。先に使っている場所から外してください。</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message>
        <source>May be shown &amp;until</source>
        <translation>使用期限(&amp;U)</translation>
    </message>
    <message>
        <source>The texts of %1 are stored.</source>
        <translation>%1の説明を保存しました。</translation>
    </message>
    <message>
        <source>%1 is now called %2.</source>
        <translation>%1の名前を%2に変えました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MediaField</name>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Without picture</source>
        <translation>画像なし</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>No alternative text</source>
        <translation>代替テキストがありません</translation>
    </message>
    <message>
        <source>Describe it in a short sentence</source>
        <translation>短い文で説明してください</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>画像の内容</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Only decoration</source>
        <translation>装飾のみ</translation>
    </message>
    <message>
        <source>The text of the picture is stored.</source>
        <translation>画像の代替テキストを保存しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MediaImport</name>
    <message numerus="yes">
        <source>%n other file(s) were added.</source>
        <translation>
            <numerusform>ほかの%n個のファイルは追加しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> The check lists %n more file(s) with such notes.</source>
        <translation>
            <numerusform> ほかに%n件あり、点検の一覧で確かめられます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MediaPanel</name>
    <message>
        <source>Media</source>
        <translation>メディア</translation>
    </message>
    <message>
        <source>Search by name or description</source>
        <translation>名前または説明で検索</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Add pictures and files</source>
        <translation>画像とファイルの追加</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n個のファイルを追加しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MediaPicker</name>
    <message>
        <source>Choose a picture</source>
        <translation>画像の選択</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルの選択</translation>
    </message>
    <message>
        <source>Search by name or description</source>
        <translation>名前または説明で検索</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用する</translation>
    </message>
    <message>
        <source>There is none yet. Add it under Media, or drop it into the text.</source>
        <translation>まだありません。「メディア」で追加するか、文章の中にドロップしてください。</translation>
    </message>
    <message>
        <source>None has this in its name or description.</source>
        <translation>名前や説明にこの言葉を含むものはありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MomentWindow</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>トップページ</translation>
    </message>
    <message>
        <source>Only for looking</source>
        <translation>閲覧専用</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MovePageDialog</name>
    <message>
        <source>Move page</source>
        <translation>ページの移動</translation>
    </message>
    <message>
        <source>Pages under it move along. Visitors who kept the old address are sent to the new one; menus follow.</source>
        <translation>下の階層のページも一緒に移動します。古いアドレスを開いた閲覧者は新しいアドレスへ転送され、メニューも更新されます。</translation>
    </message>
    <message>
        <source>Pages under it move along; menus follow.</source>
        <translation>下の階層のページも一緒に移動し、メニューも更新されます。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>New &amp;path</source>
        <translation>新しいパス(&amp;P)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::NewPageDialog</name>
    <message>
        <source>New page</source>
        <translation>新しいページ</translation>
    </message>
    <message>
        <source>Make the page</source>
        <translation>ページを作成</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>題名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>パス(&amp;P)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::NewSiteDialog</name>
    <message>
        <source>New site</source>
        <translation>新しいサイト</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Make the site</source>
        <translation>サイトを作成</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>フォルダーを選んでください。</translation>
    </message>
    <message>
        <source>This is a file. Choose a folder.</source>
        <translation>これはファイルです。フォルダーを選んでください。</translation>
    </message>
    <message>
        <source>This folder holds files already. Choose an empty or a new one.</source>
        <translation>このフォルダーにはすでにファイルがあります。空のフォルダーか新しいフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Folder of the new site</source>
        <translation>新しいサイトのフォルダー</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::OverflowBar</name>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PageCommands</name>
    <message>
        <source>“%1” goes live with the next publish.</source>
        <translation>「%1」は次の公開でサイトに反映されます。</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>公開…</translation>
    </message>
    <message>
        <source>“%1” is a draft again. The next publish removes it from the site.</source>
        <translation>「%1」を下書きに戻しました。次の公開でサイトから削除されます。</translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation>「%1」をごみ箱に入れました。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>This draft at %1 is to become the page in %2. Write over the text; visitors see it once it is published.</source>
        <translation>%1 に%2のページの下書きを作りました。文章を書き換えてください。公開するまで閲覧者には見えません。</translation>
    </message>
    <message>
        <source>Its address leads to %1.</source>
        <translation>元のアドレスは %1 へ転送します。</translation>
    </message>
    <message>
        <source>“%1” is back as it was: public with the next publish.</source>
        <translation>「%1」を元の状態に戻しました。次に公開すると、再び表示されます。</translation>
    </message>
    <message>
        <source>“%1” is back as it was: not public.</source>
        <translation>「%1」を元の状態に戻しました（非公開）。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PageMenu</name>
    <message>
        <source>Put back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Approve for publishing</source>
        <translation>公開を承認</translation>
    </message>
    <message>
        <source>Withdraw from the site</source>
        <translation>公開を取り下げる</translation>
    </message>
    <message>
        <source>Change the path…</source>
        <translation>パスを変更…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>ごみ箱に入れる</translation>
    </message>
    <message>
        <source>The page is now at %1.</source>
        <translation>ページを %1 に移動しました。</translation>
    </message>
    <message>
        <source>Make a translation</source>
        <translation>翻訳を作る</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PageModel</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PageNavigator</name>
    <message>
        <source>New page</source>
        <translation>新しいページ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search pages by title, path and text</source>
        <translation>ページを題名、パス、本文で検索</translation>
    </message>
    <message>
        <source>Show which pages</source>
        <translation>表示するページの種別</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>まだ何もありません。</translation>
    </message>
    <message>
        <source>No page holds these words.</source>
        <translation>この語を含むページはありません。</translation>
    </message>
    <message>
        <source>No page is like this.</source>
        <translation>当てはまるページはありません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PageState</name>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>公開中</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>ごみ箱</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PagesFeature</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>トピックス</translation>
    </message>
    <message>
        <source>&amp;New page…</source>
        <translation>新しいページ(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Approve for publishing</source>
        <translation>公開を承認(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Withdraw from the site</source>
        <translation>公開を取り下げる(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Change the path…</source>
        <translation>パスを変更(&amp;C)…</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>ごみ箱に入れる(&amp;T)</translation>
    </message>
    <message>
        <source>Make a trans&amp;lation…</source>
        <translation>翻訳を作る(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PasswordView</name>
    <message>
        <source>Keep it in this computer&apos;s keychain</source>
        <translation>このパソコンのキーチェーンに保存する</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Passphrase of the key %1</source>
        <translation>鍵 %1 のパスフレーズ</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 のパスワード</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Make a new key under Targets</source>
        <translation>公開先の設定で新しい鍵を作る</translation>
    </message>
    <message>
        <source>An ed25519 key, which every server takes; RSA keys are refused by many</source>
        <translation>どのサーバーでも使える ed25519 鍵です。RSA 鍵は多くのサーバーで拒否されます</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PathField</name>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>“%1” has this path already.</source>
        <translation>「%1」がすでにこのパスを使っています。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PlanModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>送信量</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PlanView</name>
    <message>
        <source>What changes in the text of the page</source>
        <translation>ページの文章の変更点</translation>
    </message>
    <message>
        <source>Files of this publish</source>
        <translation>この公開のファイル</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>ファイルを絞り込む</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>What will change on %1</source>
        <translation>%1 の変更内容</translation>
    </message>
    <message>
        <source>%1 is up to date</source>
        <translation>%1 は最新です</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>送信 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay as they are</source>
        <translation>
            <numerusform>%n個のファイルは変わりません</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish to %1</source>
        <translation>%1 に公開</translation>
    </message>
    <message>
        <source>all pages change at once</source>
        <translation>全ページを一度に切り替え</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PreviewKeys</name>
    <message>
        <source>Preview (Enter goes into it, Esc leads back to the text)</source>
        <translation>プレビュー（Enter で中に入り、Esc で本文に戻ります）</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PreviewPanel</name>
    <message>
        <source>Choose a page on the left.
It appears here as visitors will see it.</source>
        <translation>左の一覧からページを選んでください。
閲覧者に見えるとおりに、ここに表示されます。</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>PC</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>タブレット</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>スマホ</translation>
    </message>
    <message>
        <source>Show the page at this width</source>
        <translation>この幅でページを表示</translation>
    </message>
    <message>
        <source>See the site at another date</source>
        <translation>別の日時のサイトを表示</translation>
    </message>
    <message>
        <source>The preview had stopped and was started again.</source>
        <translation>プレビューが停止したため、再開しました。</translation>
    </message>
    <message>
        <source>This leads out of the site: %1. The preview does not go there.</source>
        <translation>サイトの外へのリンクです：%1。プレビューでは開きません。</translation>
    </message>
    <message>
        <source>%1 is no page that can be edited.</source>
        <translation>%1 は編集できるページではありません。</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公開済み</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>This is what is published. What you type is not shown here.</source>
        <translation>公開済みの内容です。入力中の内容はここには表示されません。</translation>
    </message>
    <message>
        <source>The site as it will be at %1 (Japan).</source>
        <translation>%1（日本時間）時点のサイトです。</translation>
    </message>
    <message>
        <source>Preview &amp;larger</source>
        <translation>プレビューを大きく(&amp;L)</translation>
    </message>
    <message>
        <source>Preview &amp;smaller</source>
        <translation>プレビューを小さく(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fit the preview to its column</source>
        <translation>プレビューを幅に合わせる(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom of the preview</source>
        <translation>プレビューの倍率</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1％</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ProbeView</name>
    <message>
        <source>Connected to %1, answering in %2 ms</source>
        <translation>%1 に接続しました（応答 %2 ミリ秒）</translation>
    </message>
    <message>
        <source>The folder %1 does not exist there. Check the path, or ask the server&apos;s operator to make it.</source>
        <translation>フォルダー %1 がありません。パスを確認するか、サーバーの管理者に作成を依頼してください。</translation>
    </message>
    <message>
        <source>The folder %1 can be written to</source>
        <translation>フォルダー %1 に書き込めます</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to by this user. Ask the server&apos;s operator for write permission.</source>
        <translation>フォルダー %1 には、このユーザーで書き込めません。サーバーの管理者に許可を依頼してください。</translation>
    </message>
    <message numerus="yes">
        <source>It holds this site, as published %n time(s)</source>
        <translation>
            <numerusform>このサイトがあります（公開%n回）</numerusform>
        </translation>
    </message>
    <message>
        <source>It is empty</source>
        <translation>空のフォルダーです</translation>
    </message>
    <message>
        <source>It holds files that were not published from here: %1. They will not be touched.</source>
        <translation>ここから公開したものではないファイルがあります：%1。これらには触れません。</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>空き %1</translation>
    </message>
    <message>
        <source>%1 is publishing there now</source>
        <translation>%1 が現在公開中です</translation>
    </message>
    <message>
        <source>An earlier publish was cut off there; the next one ends it first</source>
        <translation>前回の公開が途中で止まっています。次の公開で、先にそれを終わらせます</translation>
    </message>
    <message>
        <source>Make a new ed25519 key</source>
        <translation>新しい ed25519 鍵を作る</translation>
    </message>
    <message>
        <source>It is a link; all pages change at once when it is pointed to a new folder</source>
        <translation>リンクになっています。新しいフォルダーへ切り替えるとき、すべてのページが一度に変わります</translation>
    </message>
    <message>
        <source>It is a link, so all pages could change at once: choose “All at once” above if you wish</source>
        <translation>リンクになっているので、すべてのページを一度に切り替えられます。そうするときは、上で「一度に（リンクで）」を選びます</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ProgressView</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ProposalDialog</name>
    <message>
        <source>HTML, to read and to print on A4</source>
        <translation>HTML（閲覧用・A4印刷用）</translation>
    </message>
    <message>
        <source>Excel, with all pages and a column for decisions</source>
        <translation>Excel（全対象ページと県の判断欄つき）</translation>
    </message>
    <message>
        <source>SEO proposal</source>
        <translation>SEO提案書</translation>
    </message>
    <message>
        <source>The figures of today are written down, so that the next proposal can compare with them.</source>
        <translation>今日の数値を記録し、次回の提案書で比較します。</translation>
    </message>
    <message>
        <source>Name of the contractor</source>
        <translation>受託者の名称</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提出者</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>保存先を選ぶ…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Publish</name>
    <message>
        <source>a few seconds</source>
        <translation>数秒</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>約%n秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>約%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>毎秒 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>反映済み</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Not ours (stays as it is)</source>
        <translation>当サイト以外（そのまま残す）</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>追加 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>変更 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>削除 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>衝突 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PublishFlow</name>
    <message>
        <source>The publish that was cut off is finished; its pages are public and it is in the history.</source>
        <translation>途中で止まっていた公開を完了しました。ページは公開され、履歴にも記録しました。</translation>
    </message>
    <message>
        <source>This takes the last publish back. Texts in this program stay as they are.</source>
        <translation>直前の公開を取り消します。このソフトの中の文章はそのまま残ります。</translation>
    </message>
    <message>
        <source>A publish to “%1” is under way.</source>
        <translation>「%1」へ公開中です。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PublishForm</name>
    <message>
        <source>Keep out of search engines</source>
        <translation>検索エンジンに表示しない</translation>
    </message>
    <message>
        <source>Publishing period (Japan time)</source>
        <translation>公開期間（日本時間）</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>開始(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>終了(&amp;U)</translation>
    </message>
    <message>
        <source>Search engines and sharing</source>
        <translation>検索と共有</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>題名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>説明文(&amp;D)</translation>
    </message>
    <message>
        <source>The page&apos;s summary</source>
        <translation>ページの概要</translation>
    </message>
    <message>
        <source>The period ends before it begins: no visitor would see the page.</source>
        <translation>終了が開始より前のため、閲覧者には表示されません。</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 / %2 文字</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PublishPanel</name>
    <message>
        <source>Comparing with %1</source>
        <translation>%1 と比較しています</translation>
    </message>
    <message>
        <source>Publishing to %1</source>
        <translation>%1 に公開しています</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Take this publish back…</source>
        <translation>この公開を取り消す…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::RecoveryCard</name>
    <message>
        <source>Finish it</source>
        <translation>完了させる</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>The publish to %1 of %2 was cut off. Visitors see whole pages, the old or the new ones. Finish it, or take it back; the next publish would settle it by itself.</source>
        <translation>%2の %1 への公開が途中で止まっています。閲覧者には、新旧いずれかの完全なページが表示されています。完了させるか、取り消してください。次の公開でも自動的に解決します。</translation>
    </message>
    <message>
        <source>The publish that was cut off is finished; the new pages are public.</source>
        <translation>途中で止まっていた公開を完了しました。新しいページが公開されています。</translation>
    </message>
    <message>
        <source>The publish that was cut off is taken back; the site is as it was before.</source>
        <translation>途中で止まっていた公開を取り消しました。サイトは公開前のままです。</translation>
    </message>
    <message>
        <source>Nothing of the cut-off publish had become visible; the site is as it was before.</source>
        <translation>途中で止まっていた公開は、まだ何も反映されていませんでした。サイトは公開前のままです。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::RenewDialog</name>
    <message>
        <source>Renew the theme</source>
        <translation>テーマを新しくする</translation>
    </message>
    <message>
        <source>The program has a newer version of the theme %1. What was changed here stays, unless you decide otherwise. The folder as it is now is kept among the backups.</source>
        <translation>テーマ「%1」の新しい版があります。こちらで変えたファイルは、選び直さない限り残ります。今のフォルダーは backups に残します。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Files of the theme</source>
        <translation>テーマのファイル</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>新しくする</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>新しい版あり</translation>
    </message>
    <message>
        <source>Is renewed</source>
        <translation>新しくする</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>不要になった</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>こちらで変更</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Changed here and newer</source>
        <translation>こちらで変更、新しい版もあり</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>こちらのものを残す</translation>
    </message>
    <message>
        <source>Take the new one</source>
        <translation>新しい版にする</translation>
    </message>
    <message>
        <source>Take the new one, put ours aside</source>
        <translation>新しい版にし、こちらのものも mine に残す</translation>
    </message>
    <message>
        <source>What happens to %1</source>
        <translation>%1 をどうするか</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ResultView</name>
    <message numerus="yes">
        <source>%n file(s) new</source>
        <translation>
            <numerusform>追加 %nファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>変更 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>削除 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>送信 %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>The next publish finishes this one or takes it back by itself; until then visitors see whole pages.</source>
        <translation>次の公開で、この公開を自動的に完了させるか取り消します。それまでも、閲覧者には完全なページが表示されます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Settings of this target…</source>
        <translation>この公開先の設定…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>%1 was up to date already</source>
        <translation>%1 はすでに最新でした</translation>
    </message>
    <message>
        <source>Published to %1</source>
        <translation>%1 に公開しました</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) with their new text are public now.</source>
        <translation>
            <numerusform>%nページの新しい本文を公開しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>An earlier publish had been cut off; it was finished first.</source>
        <translation>途中で止まっていた前回の公開を、先に完了しました。</translation>
    </message>
    <message>
        <source>An earlier publish had been cut off; it was taken back first.</source>
        <translation>途中で止まっていた前回の公開を、先に取り消しました。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 を開く</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>中止しました</translation>
    </message>
    <message>
        <source>Not published to %1</source>
        <translation>%1 に公開できませんでした</translation>
    </message>
    <message>
        <source>%1 could not be compared</source>
        <translation>%1 と比較できませんでした</translation>
    </message>
    <message numerus="yes">
        <source>the connection was lost %n time(s) and taken up again</source>
        <translation>
            <numerusform>接続が %n 回切れましたが、続きから送りました</numerusform>
        </translation>
    </message>
    <message>
        <source>Telling search engines…</source>
        <translation>検索エンジンに通知しています…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>今すぐ送る</translation>
    </message>
    <message>
        <source>Take this publish back…</source>
        <translation>この公開を取り消す…</translation>
    </message>
    <message>
        <source>Looking at it as visitors do…</source>
        <translation>閲覧者として確認しています…</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) were asked for, and visitors get what was published.</source>
        <translation>
            <numerusform>%n件のアドレスを確認しました。公開したとおりに表示されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it was made public. Your texts are safe.</source>
        <translation>この操作では、何も公開していません。文章は失われていません。</translation>
    </message>
    <message>
        <source>Your texts are safe.</source>
        <translation>文章は失われていません。</translation>
    </message>
    <message>
        <source>Break this lock…</source>
        <translation>このロックを解除…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::RichPaste</name>
    <message>
        <source>Left out: %1.</source>
        <translation>取り込まなかったもの：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The clipboard holds nothing that can become text of a page.</source>
        <translation>クリップボードに、ページの本文として貼り付けられるものがありません。</translation>
    </message>
    <message>
        <source>Another page was opened before the text was ready. Paste it again.</source>
        <translation>貼り付けの準備中に別のページを開いたため、貼り付けませんでした。もう一度貼り付けてください。</translation>
    </message>
    <message>
        <source>Pasted. Left out: %1.</source>
        <translation>貼り付けました。取り込まなかったもの：%1。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ScheduleView</name>
    <message>
        <source>A page or banner with a date appears on time only if something publishes then. Paste this into a terminal of a computer that is switched on; every five minutes it publishes what has become due, and nothing else.</source>
        <translation>日時を決めたページやバナーは、その時刻に公開の処理が動いたときに反映されます。電源の入っているパソコンのターミナルに、次の文を貼り付けてください。5分ごとに、時刻の来たものだけを公開します。</translation>
    </message>
    <message>
        <source>Linux (systemd)</source>
        <translation>Linux（systemd）</translation>
    </message>
    <message>
        <source>Windows (Task Scheduler)</source>
        <translation>Windows（タスク スケジューラ）</translation>
    </message>
    <message>
        <source>macOS (launchd)</source>
        <translation>macOS（launchd）</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>What to paste</source>
        <translation>貼り付ける文</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SeoModel</name>
    <message>
        <source>No title</source>
        <translation>題名がない</translation>
    </message>
    <message>
        <source>Title too short</source>
        <translation>題名が短い</translation>
    </message>
    <message>
        <source>Title too long</source>
        <translation>題名が長い</translation>
    </message>
    <message>
        <source>Same title as another page</source>
        <translation>題名がほかと同じ</translation>
    </message>
    <message>
        <source>No summary</source>
        <translation>概要がない</translation>
    </message>
    <message>
        <source>Summary too short</source>
        <translation>概要が短い</translation>
    </message>
    <message>
        <source>Summary too long</source>
        <translation>概要が長い</translation>
    </message>
    <message>
        <source>Same summary as another page</source>
        <translation>概要がほかと同じ</translation>
    </message>
    <message>
        <source>Little text</source>
        <translation>内容が少ない</translation>
    </message>
    <message>
        <source>No link leads here</source>
        <translation>どこからもリンクがない</translation>
    </message>
    <message>
        <source>Hidden from search engines</source>
        <translation>検索の対象外</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>画像がない</translation>
    </message>
    <message>
        <source>Give the page a title: it is the headline of a search result.</source>
        <translation>題名を付けてください。検索結果の見出しになります。</translation>
    </message>
    <message>
        <source>Add what the page is about, in the words that people search for.</source>
        <translation>何についてのページか、検索される言葉を補ってください。</translation>
    </message>
    <message>
        <source>Put what matters first, or write a shorter title for search results.</source>
        <translation>大切な言葉を前に置くか、検索用の短い題名を付けてください。</translation>
    </message>
    <message>
        <source>Add the year or whom it is for, so that people can choose.</source>
        <translation>年度や対象者を加えて、区別できるようにしてください。</translation>
    </message>
    <message>
        <source>Write a summary of 60 to 120 characters; it is shown under the title.</source>
        <translation>60文字から120文字の概要を書いてください。見出しの下に表示されます。</translation>
    </message>
    <message>
        <source>Say what people find here; a short summary is often not used.</source>
        <translation>ここで何が分かるかを書いてください。短い概要は採用されないことがあります。</translation>
    </message>
    <message>
        <source>Keep the summary to 120 characters; the rest is cut off.</source>
        <translation>120文字以内にまとめてください。それより後は切れます。</translation>
    </message>
    <message>
        <source>Say what only this page has.</source>
        <translation>このページだけの内容を書いてください。</translation>
    </message>
    <message>
        <source>Add who, when, where and how, or merge the page with another.</source>
        <translation>対象者、日時、場所、手続を補うか、ほかのページにまとめてください。</translation>
    </message>
    <message>
        <source>Link to it from a related page or a menu, or withdraw it.</source>
        <translation>関連するページやメニューからリンクするか、公開を取り下げてください。</translation>
    </message>
    <message>
        <source>Take the setting off if the page is to be found by searching.</source>
        <translation>検索で見つけてもらうページなら、設定を外してください。</translation>
    </message>
    <message>
        <source>Choose a picture; lists and picture searches show it.</source>
        <translation>画像を選んでください。一覧や画像検索に表示されます。</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（題名なし）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Redirect that never ends</source>
        <translation>循環する転送</translation>
    </message>
    <message>
        <source>Redirect over others</source>
        <translation>転送の連なり</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>To improve</source>
        <translation>改善点</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>文字数</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>リンク元</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SeoPanel</name>
    <message>
        <source>How the site is found and shared</source>
        <translation>検索結果と共有での見え方</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>調べ直す</translation>
    </message>
    <message>
        <source>Accessibility report…</source>
        <translation>アクセシビリティ年次報告…</translation>
    </message>
    <message>
        <source>The yearly test by JIS X 8341-3:2016: checklist and pages</source>
        <translation>JIS X 8341-3:2016に基づく年1回の試験。チェックリストとページを作ります</translation>
    </message>
    <message>
        <source>SEO proposal…</source>
        <translation>SEO提案書…</translation>
    </message>
    <message>
        <source>A report for the prefecture with figures, proposals and pages</source>
        <translation>数値、提案、対象ページをまとめた県への提案書</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Which pages to show</source>
        <translation>表示するページ</translation>
    </message>
    <message>
        <source>Pages and what could be better</source>
        <translation>ページと改善点</translation>
    </message>
    <message>
        <source>%1 of %2 pages for search engines have nothing to improve.</source>
        <translation>検索の対象となる%2ページのうち、%1ページは改善の必要がありません。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Everything to improve</source>
        <translation>改善点のあるもの</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>すべてのページ</translation>
    </message>
    <message>
        <source>Redirects over others</source>
        <translation>転送の連なり</translation>
    </message>
    <message>
        <source>Nothing to improve. All pages can be looked at with the list above.</source>
        <translation>改善の必要はありません。上の一覧で「すべてのページ」を選ぶと、各ページの見え方を確かめられます。</translation>
    </message>
    <message>
        <source>Where to save the proposal</source>
        <translation>提案書の保存先</translation>
    </message>
    <message>
        <source>Writing the proposal</source>
        <translation>提案書を作成しています</translation>
    </message>
    <message>
        <source>The proposal was saved: %1</source>
        <translation>提案書を保存しました：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Yearly accessibility report…</source>
        <translation>アクセシビリティ年次報告…</translation>
    </message>
    <message>
        <source>Search &amp; sharing</source>
        <translation>検索・共有</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SeriesDialog</name>
    <message>
        <source>New series</source>
        <translation>新しい統計</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>The key by which pages name the series: a-z, 0-9 and hyphens</source>
        <translation>ページで統計を指定するためのキー：半角の a～z、0～9、ハイフン</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Fiscal year (from April)</source>
        <translation>年度（4月始まり）</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>題名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>単位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>期間(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Decimals</source>
        <translation>小数点以下の桁数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>出典(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>注記(&amp;N)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SeriesTable</name>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>速報値</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Next period</source>
        <translation>次の期間</translation>
    </message>
    <message>
        <source>Properties…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Delete the value of this period</source>
        <translation>この期間の値を削除</translation>
    </message>
    <message>
        <source>The value of %1 is deleted.</source>
        <translation>%1 の値を削除しました。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>period, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: is %2 right? It has another sign than %3 of %4. It is not stored yet.</source>
        <translation>%1：%2 でよろしいですか。%4の %3 と符号（プラス・マイナス）が違います。まだ保存していません。</translation>
    </message>
    <message>
        <source>%1: is %2 right? It is about ten times %3 of %4, or more. It is not stored yet.</source>
        <translation>%1：%2 でよろしいですか。%4の %3 の約10倍以上です。まだ保存していません。</translation>
    </message>
    <message>
        <source>%1: is %2 right? It is about a tenth of %3 of %4, or less. It is not stored yet.</source>
        <translation>%1：%2 でよろしいですか。%4の %3 の約10分の1以下です。まだ保存していません。</translation>
    </message>
    <message>
        <source>&amp;Store %1</source>
        <translation>%1 を保存(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) that were typed wait for an answer and are not stored: see Statistics.</source>
        <translation>
            <numerusform>統計に、確認待ちで未保存の数値が %n 件あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ServerSteps</name>
    <message>
        <source>Comparing with %1</source>
        <translation>%1 と比較しています</translation>
    </message>
    <message>
        <source>Publishing to %1</source>
        <translation>%1 に公開しています</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ServerToday</name>
    <message>
        <source>The publish to %1 was cut off</source>
        <translation>%1 への公開が途中で止まっています</translation>
    </message>
    <message>
        <source>%1 — finish it or take it back</source>
        <translation>%1 — 完了させるか取り消してください</translation>
    </message>
    <message>
        <source>Should be on %1 since %2; publish to show it</source>
        <translation>%2から %1 に掲載するはずのページです。公開すると掲載されます</translation>
    </message>
    <message>
        <source>Should be gone from %1 since %2; publish to remove it</source>
        <translation>%2に %1 から削除するはずのページです。公開すると削除されます</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on %1 are not as published</source>
        <translation>
            <numerusform>%1 の%n個のファイルが、公開したときと異なっています</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>%1に確認</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Held back from %1 on %2: the check found something that must be mended first</source>
        <translation>%2の%1への公開を見合わせました。点検で見つかったことを先に直してください</translation>
    </message>
    <message>
        <source>%1 shows a former state of the site</source>
        <translation>%1に以前の状態のサイトが表示されています</translation>
    </message>
    <message>
        <source>%1 (seen %2)</source>
        <translation>%1（%2に確認）</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Session</name>
    <message>
        <source>Edits of “%1” that were not saved last time have been recovered.</source>
        <translation>前回保存されなかった「%1」の編集を復元しました。</translation>
    </message>
    <message>
        <source>Undo them</source>
        <translation>復元を取り消す</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SettingsPanel</name>
    <message>
        <source>This site</source>
        <translation>このサイト</translation>
    </message>
    <message>
        <source>Changes are kept at once and reach visitors with the next publish.</source>
        <translation>変更はすぐに保存され、次の公開で閲覧者に反映されます。</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>このウィンドウ</translation>
    </message>
    <message>
        <source>Only for you, on this machine.</source>
        <translation>このパソコンを使うあなただけの設定です。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Tagline</source>
        <translation>キャッチフレーズ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>説明文(&amp;D)</translation>
    </message>
    <message>
        <source>For search engines, up to 120 characters</source>
        <translation>検索エンジン向け、120文字以内</translation>
    </message>
    <message>
        <source>Public &amp;address</source>
        <translation>公開アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>組織(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Postal address</source>
        <translation>所在地(&amp;P)</translation>
    </message>
    <message>
        <source>T&amp;elephone</source>
        <translation>電話番号(&amp;E)</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>メールアドレス(&amp;M)</translation>
    </message>
    <message>
        <source>Opening &amp;hours</source>
        <translation>受付時間(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Copyright</source>
        <translation>著作権表示(&amp;C)</translation>
    </message>
    <message>
        <source>Accent co&amp;lour</source>
        <translation>基調色(&amp;U)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Web &amp;server</source>
        <translation>ウェブサーバー(&amp;W)</translation>
    </message>
    <message>
        <source>Web server</source>
        <translation>ウェブサーバー</translation>
    </message>
    <message>
        <source>Apache (most rental servers)</source>
        <translation>Apache（多くのレンタルサーバー）</translation>
    </message>
    <message>
        <source>Other (nginx, object storage …)</source>
        <translation>その他（nginx、オブジェクトストレージなど）</translation>
    </message>
    <message>
        <source>Apache gets a .htaccess file for old addresses, caching and safety. Others do not read it: there each old address becomes a small page that sends visitors on.</source>
        <translation>Apache には、旧アドレスの転送・キャッシュ・安全のための設定を .htaccess ファイルで渡します。ほかのサーバーはこのファイルを読まないため、旧アドレスごとに転送用の小さなページを置きます。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Search engines</source>
        <translation>検索エンジン</translation>
    </message>
    <message>
        <source>The settings of this site are stored.</source>
        <translation>サイトの設定を保存しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Sidebar</name>
    <message>
        <source>Parts of the site</source>
        <translation>サイトの区分</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SiteFiles</name>
    <message>
        <source>The site has nothing at %1.</source>
        <translation>サイトの %1 には何もありません。</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Map or page of another site</source>
        <translation>ほかのサイトの地図など</translation>
    </message>
    <message>
        <source>Visitors see it here. The preview asks no other server.</source>
        <translation>公開ページではここに表示されます。プレビューはほかのサーバーに接続しません。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::StartPage</name>
    <message>
        <source>Kakehashi</source>
        <translation>かけはし</translation>
    </message>
    <message>
        <source>Edit a public portal, see it as visitors will, publish it.</source>
        <translation>ポータルサイトを編集し、閲覧者に見えるとおりに確かめて、公開します。</translation>
    </message>
    <message>
        <source>Open a site folder…</source>
        <translation>サイトのフォルダーを開く…</translation>
    </message>
    <message>
        <source>New site…</source>
        <translation>新しいサイト…</translation>
    </message>
    <message>
        <source>Try the sample portal</source>
        <translation>見本サイトを試す</translation>
    </message>
    <message>
        <source>Recent sites</source>
        <translation>最近使ったサイト</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::StatisticsPanel</name>
    <message>
        <source>Series</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>New series</source>
        <translation>新しい統計</translation>
    </message>
    <message>
        <source>“%1” is stored.</source>
        <translation>「%1」を保存しました。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SwitchingChoice</name>
    <message>
        <source>File by file (usual)</source>
        <translation>ファイルごとに（ふつう）</translation>
    </message>
    <message>
        <source>All at once, by a link</source>
        <translation>一度に（リンクで）</translation>
    </message>
    <message>
        <source>For servers whose folder is a symbolic link that the web server follows (Apache: FollowSymLinks). Only changed files take room; five former versions are kept beside it.</source>
        <translation>フォルダーがシンボリックリンクで、ウェブサーバーがそれをたどる（Apache では FollowSymLinks）サーバー向けです。変わったファイルの分だけ場所を取り、前の5回分が隣に残ります。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TableField</name>
    <message>
        <source>Add a row</source>
        <translation>行を追加</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>行を削除</translation>
    </message>
    <message>
        <source>Row up</source>
        <translation>行を上へ</translation>
    </message>
    <message>
        <source>Row down</source>
        <translation>行を下へ</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TakeoverFeature</name>
    <message>
        <source>A new or an empty folder</source>
        <translation>新しいフォルダーか空のフォルダー</translation>
    </message>
    <message>
        <source>&amp;Take in a folder…</source>
        <translation>フォルダーから取り込む(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Export the whole site…</source>
        <translation>サイト全体を書き出す(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TargetExtras</name>
    <message>
        <source>Your new key</source>
        <translation>新しい鍵</translation>
    </message>
    <message>
        <source>Send this line to the server&apos;s operator and ask that it be added to the account&apos;s authorized_keys. The private half stays on this computer.</source>
        <translation>次の1行をサーバーの管理者に送り、アカウントの authorized_keys への追加を依頼してください。秘密鍵はこのパソコンから出ません。</translation>
    </message>
    <message>
        <source>Public half of the key</source>
        <translation>公開鍵</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Signature key of the site</source>
        <translation>このサイトの署名の鍵</translation>
    </message>
    <message>
        <source>The list of published files is signed with it, so that tampering on the server shows. Every computer that publishes needs the same key; hand it over with the site.</source>
        <translation>公開済みファイルの一覧に署名して、サーバーでの書き換えが分かるようにします。公開するパソコンには、どれも同じ鍵が必要です。サイトを引き継ぐときは、鍵もいっしょに渡してください。</translation>
    </message>
    <message>
        <source>Export the key…</source>
        <translation>署名の鍵を書き出す…</translation>
    </message>
    <message>
        <source>Import a key…</source>
        <translation>署名の鍵を読み込む…</translation>
    </message>
    <message>
        <source>Publish on time</source>
        <translation>決まった時刻に公開する</translation>
    </message>
    <message>
        <source>Private half: %1   Fingerprint: %2</source>
        <translation>秘密鍵：%1&#x3000;指紋：%2</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TargetForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>production</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Server, by SFTP</source>
        <translation>サーバー（SFTP）</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>このパソコンのフォルダー</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>ポート(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>ユーザー(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Folder on the server</source>
        <translation>サーバーのフォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>The folder whose files the web server shows. Ask the server&apos;s operator.</source>
        <translation>ウェブサーバーが公開しているフォルダーです。サーバーの管理者に確認してください。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Keys of the running SSH agent</source>
        <translation>起動中の SSH エージェントの鍵</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>鍵ファイル</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation>ログイン方法(&amp;L)</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <translation>鍵ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Leave empty to keep what is stored, or to be asked</source>
        <translation>空欄にすると、保存済みのものを使うか、接続時に入力します</translation>
    </message>
    <message>
        <source>Server &amp;key</source>
        <translation>サーバーの鍵(&amp;K)</translation>
    </message>
    <message>
        <source>Asked for at the first connection</source>
        <translation>最初の接続時に確認します</translation>
    </message>
    <message>
        <source>SHA256 fingerprint of the key that the server must show</source>
        <translation>サーバーが示すべき鍵の SHA256 の指紋</translation>
    </message>
    <message>
        <source>Public &amp;address</source>
        <translation>公開アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>Keep search engines out (for a test server)</source>
        <translation>検索エンジンに表示しない（確認用サーバー向け）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーの選択</translation>
    </message>
    <message>
        <source>Choose a private key</source>
        <translation>秘密鍵の選択</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新しい鍵…</translation>
    </message>
    <message>
        <source>Makes an ed25519 key, which every server takes; RSA keys are refused by many</source>
        <translation>どのサーバーでも使える ed25519 の鍵を作ります。RSA の鍵は断るサーバーが増えています</translation>
    </message>
    <message>
        <source>&amp;Visitors&apos; name</source>
        <translation>閲覧用のユーザー名(&amp;V)</translation>
    </message>
    <message>
        <source>empty: no password is asked for</source>
        <translation>空欄の場合、パスワードは求めません</translation>
    </message>
    <message>
        <source>Visitors&apos; pass&amp;word</source>
        <translation>閲覧用のパスワード(&amp;W)</translation>
    </message>
    <message>
        <source>Only where the web server names the folder differently from the SFTP login. Apache reads the password file there.</source>
        <translation>ウェブサーバーから見たフォルダーの名前が、SFTP でログインしたときと違う場合だけ入力します。Apache がここのパスワードファイルを読みます。</translation>
    </message>
    <message>
        <source>Leave empty to keep it</source>
        <translation>空欄の場合、変更しません</translation>
    </message>
    <message>
        <source>Folder for the web se&amp;rver</source>
        <translation>ウェブサーバーから見たフォルダー(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Change of pages</source>
        <translation>ページの切り替え(&amp;C)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TargetPicker</name>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TargetsPanel</name>
    <message>
        <source>Targets</source>
        <translation>公開先</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>公開先を追加</translation>
    </message>
    <message>
        <source>Where the site is published</source>
        <translation>サイトの公開先</translation>
    </message>
    <message>
        <source>Passwords are kept in this computer&apos;s keychain, never in the site folder.</source>
        <translation>パスワードはこのパソコンのキーチェーンに保存し、サイトのフォルダーには保存しません。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Try the connection</source>
        <translation>接続を試す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Type the password first; it is not in the keychain yet.</source>
        <translation>先にパスワードを入力してください。まだキーチェーンにありません。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>Remove the target %1? Files on the server stay as they are.</source>
        <translation>公開先 %1 を削除しますか。サーバー上のファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>new target</source>
        <translation>新しい公開先</translation>
    </message>
    <message>
        <source>What was typed about a target is not saved yet: %1.</source>
        <translation>公開先の入力内容がまだ保存されていません：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TermChoice</name>
    <message>
        <source>Show only pages with this category or tag</source>
        <translation>この分類・タグのページだけを表示</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>分類</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TermTable</name>
    <message>
        <source>Words of this site, besides the dictionary that comes with the program. Leave &quot;Write&quot; empty for a word that is right as it stands. Rows of a spreadsheet can be pasted.</source>
        <translation>付属の用語集のほかに、このサイトで使う書き方です。そのままで正しい言葉は「書く言葉」を空にします。表計算ソフトの行を貼り付けられます。</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>書かない言葉</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書く言葉</translation>
    </message>
    <message>
        <source>Reason (shown to the writer)</source>
        <translation>理由（書いた人に見せます）</translation>
    </message>
    <message>
        <source>Terms of this site</source>
        <translation>このサイトの用語</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>用語を足す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TermsField</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>「%1」を外す</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TextDiff</name>
    <message>
        <source>The text stays the same; only markup or addresses change.</source>
        <translation>文章は同じです。マークアップまたはアドレスだけが変わります。</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TextMarks</name>
    <message>
        <source>Nothing was found here</source>
        <translation>ここに指摘はありません</translation>
    </message>
    <message numerus="yes">
        <source>Mend all %n of “%1” on this page</source>
        <translation>
            <numerusform>このページの「%1」%n件をすべて直す</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ThemeField</name>
    <message>
        <source>Renew…</source>
        <translation>新しくする…</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>The program has a newer version of this theme.</source>
        <translation>このテーマの新しい版があります。</translation>
    </message>
    <message>
        <source>Edit templates and styles in its folder with any editor; the preview follows each time you save.</source>
        <translation>テンプレートとスタイルは、フォルダーの中を好きなエディターで編集できます。保存するたびにプレビューへ反映されます。</translation>
    </message>
    <message>
        <source>The site has the theme %1 now.</source>
        <translation>テーマを「%1」に替えました。</translation>
    </message>
    <message>
        <source>The theme is renewed.</source>
        <translation>テーマを新しくしました。</translation>
    </message>
    <message>
        <source>The former theme is back.</source>
        <translation>前のテーマに戻しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ThemeWatcher</name>
    <message>
        <source>The theme works again.</source>
        <translation>テーマが直りました。</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>ファイルを開く</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Today</name>
    <message>
        <source>Waiting to be published</source>
        <translation>公開待ち</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>New page — %1</source>
        <translation>新しいページ — %1</translation>
    </message>
    <message>
        <source>Changed since it was published — %1</source>
        <translation>公開後に変更 — %1</translation>
    </message>
    <message>
        <source>Banners</source>
        <translation>バナー</translation>
    </message>
    <message>
        <source>Ended on %1</source>
        <translation>%1に終了</translation>
    </message>
    <message>
        <source>Ends on %1</source>
        <translation>%1に終了予定</translation>
    </message>
    <message>
        <source>Figures to enter</source>
        <translation>入力する統計</translation>
    </message>
    <message>
        <source>The value of %1 is missing</source>
        <translation>%1の値がありません</translation>
    </message>
    <message>
        <source>Last publish</source>
        <translation>前回の公開</translation>
    </message>
    <message>
        <source>Never published</source>
        <translation>未公開</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Set up where to publish</source>
        <translation>公開先を設定</translation>
    </message>
    <message>
        <source>There is no server yet to publish to.</source>
        <translation>公開先のサーバーがまだありません。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>点検</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) stop the next publish</source>
        <translation>
            <numerusform>次の公開を止める問題が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>The list shows each place and how to mend it.</source>
        <translation>一覧で、場所と直し方が分かります。</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>画像とファイル</translation>
    </message>
    <message>
        <source>Might be shown until %1</source>
        <translation>使用期限（%1）を過ぎています</translation>
    </message>
    <message>
        <source>May be shown until %1</source>
        <translation>%1まで使えます</translation>
    </message>
    <message>
        <source>Finish it or take it back…</source>
        <translation>完了または取り消し…</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TodayPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is waiting. All pages are published as they stand.</source>
        <translation>公開待ちのものはありません。すべてのページが現在の内容で公開されています。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TrashDialog</name>
    <message>
        <source>Menu: %1</source>
        <translation>メニュー：%1</translation>
    </message>
    <message>
        <source>Page: %1   %2</source>
        <translation>ページ：%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Banner: %1</source>
        <translation>バナー：%1</translation>
    </message>
    <message>
        <source>Redirect: %1</source>
        <translation>転送：%1</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>ごみ箱に入れる</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the site lead to “%1”.</source>
        <translation>
            <numerusform>「%1」へのリンクがサイト内に%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>What leads to the page</source>
        <translation>このページへのリンク元</translation>
    </message>
    <message>
        <source>&amp;Send visitors to</source>
        <translation>閲覧者を転送する(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;No page there any more; those links will be broken</source>
        <translation>転送しない（これらのリンクは切れます）(&amp;N)</translation>
    </message>
    <message>
        <source>Where visitors are sent</source>
        <translation>転送先</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Undoable</name>
    <message>
        <source>Undone: %1</source>
        <translation>元に戻しました：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::WeightModel</name>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>見つけたとき</translation>
    </message>
    <message>
        <source>Does not look</source>
        <translation>見ない</translation>
    </message>
    <message>
        <source>Stops publishing</source>
        <translation>公開を止める</translation>
    </message>
    <message>
        <source>Warns</source>
        <translation>注意する</translation>
    </message>
    <message>
        <source>Asks to look</source>
        <translation>確認を促す</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::WeightView</name>
    <message>
        <source>All as delivered</source>
        <translation>すべて初期状態に戻す</translation>
    </message>
    <message>
        <source>Search for a rule</source>
        <translation>規則を探す</translation>
    </message>
    <message>
        <source>Forgets every change of this list</source>
        <translation>この一覧での変更をすべて取り消します</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Choose a rule to see why it is there.</source>
        <translation>規則を選ぶと、その理由が出ます。</translation>
    </message>
    <message>
        <source>This rule always stops publishing. A single place can be let pass with an exception and its reason.</source>
        <translation>この規則は必ず公開を止めます。一か所だけなら、理由を書いて例外にできます。</translation>
    </message>
    <message>
        <source>As delivered: %1</source>
        <translation>初期状態：%1</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::WindowActions</name>
    <message>
        <source>&amp;Open site…</source>
        <translation>サイトを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>New s&amp;ite…</source>
        <translation>新しいサイト(&amp;I)…</translation>
    </message>
    <message>
        <source>Sam&amp;ple portal</source>
        <translation>見本サイト(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>今すぐバックアップ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close site</source>
        <translation>サイトを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Backed up and verified: %1</source>
        <translation>バックアップし、確認しました：%1</translation>
    </message>
    <message>
        <source>&amp;Find an action or page…</source>
        <translation>操作またはページを検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Show the &amp;list</source>
        <translation>一覧を表示(&amp;L)</translation>
    </message>
    <message>
        <source>Show the &amp;preview</source>
        <translation>プレビューを表示(&amp;P)</translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::WindowSettings</name>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>&amp;Your name in the history</source>
        <translation>履歴に残す名前(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外観(&amp;A)</translation>
    </message>
</context>
</TS>
