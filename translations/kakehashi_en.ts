<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kakehashi::AfterLook</name>
    <message numerus="yes">
        <source>%n file(s) or folder(s) on the server are not as they were published just now, so visitors do not get them: %1. Publish again; if it happens again, ask the server&apos;s administrator what removes or changes them.</source>
        <translation>
            <numerusform>%n file or folder on the server is not as it was published just now, so visitors do not get it: %1. Publish again; if it happens again, ask the server&apos;s administrator what removes or changes it.</numerusform>
            <numerusform>%n files or folders on the server are not as they were published just now, so visitors do not get them: %1. Publish again; if it happens again, ask the server&apos;s administrator what removes or changes them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) on the server cannot be read by visitors: the server makes them for its own account alone and does not let their permissions be set: %1. Ask the server&apos;s administrator to allow that over SFTP (SETSTAT), or to give new files permissions that others can read (umask 022).</source>
        <translation>
            <numerusform>%n file or folder on the server cannot be read by visitors: the server makes it for its own account alone and does not let its permissions be set: %1. Ask the server&apos;s administrator to allow that over SFTP (SETSTAT), or to give new files permissions that others can read (umask 022).</numerusform>
            <numerusform>%n files or folders on the server cannot be read by visitors: the server makes them for its own account alone and does not let their permissions be set: %1. Ask the server&apos;s administrator to allow that over SFTP (SETSTAT), or to give new files permissions that others can read (umask 022).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Check</name>
    <message numerus="yes">
        <source>%1 (The same on %n other page(s).)</source>
        <translation>
            <numerusform>%1 (The same on %n other page.)</numerusform>
            <numerusform>%1 (The same on %n other pages.)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Evidence</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Gate</name>
    <message numerus="yes">
        <source>The check stops this publish: %n problem(s) that the law or the site&apos;s duties forbid.</source>
        <translation>
            <numerusform>The check stops this publish: %n problem that the law or the site&apos;s duties forbid.</numerusform>
            <numerusform>The check stops this publish: %n problems that the law or the site&apos;s duties forbid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more page(s)</source>
        <translation>
            <numerusform>%1 and %n more page</numerusform>
            <numerusform>%1 and %n more pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more exception(s); the check lists them all.</source>
        <translation>
            <numerusform>And %n more exception; the check lists them all.</numerusform>
            <numerusform>And %n more exceptions; the check lists them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Import</name>
    <message numerus="yes">
        <source>%n letter(s) were lost before the file came here (U+FFFD), the first in line %1. Type them anew.</source>
        <translation>
            <numerusform>One letter was lost before the file came here (U+FFFD), in line %1. Type it anew.</numerusform>
            <numerusform>%n letters were lost before the file came here (U+FFFD), the first in line %1. Type them anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Lock</name>
    <message numerus="yes">
        <source>%1 is publishing this site from %2 right now (last sign of life %n s ago). Wait until that is finished, then plan again.</source>
        <translation>
            <numerusform>%1 is publishing this site from %2 right now (last sign of life %n s ago). Wait until that is finished, then plan again.</numerusform>
            <numerusform>%1 is publishing this site from %2 right now (last sign of life %n s ago). Wait until that is finished, then plan again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A publish from this computer (%1) left its lock on the server, or is under way from another copy of the site (last sign of life %n s ago). Publish again in two minutes: if nothing moves until then, the lock is taken over.</source>
        <translation>
            <numerusform>A publish from this computer (%1) left its lock on the server, or is under way from another copy of the site (last sign of life %n s ago). Publish again in two minutes: if nothing moves until then, the lock is taken over.</numerusform>
            <numerusform>A publish from this computer (%1) left its lock on the server, or is under way from another copy of the site (last sign of life %n s ago). Publish again in two minutes: if nothing moves until then, the lock is taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Mending</name>
    <message numerus="yes">
        <source>%n published file(s) are gone from the server and are sent again: %1</source>
        <translation>
            <numerusform>%n published file is gone from the server and is sent again: %1</numerusform>
            <numerusform>%n published files are gone from the server and are sent again: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published file(s) were changed on the server by other means. They are put right, and what lies there now is put aside on the server: %1</source>
        <translation>
            <numerusform>%n published file was changed on the server by other means. It is put right, and what lies there now is put aside on the server: %1</numerusform>
            <numerusform>%n published files were changed on the server by other means. They are put right, and what lies there now is put aside on the server: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) on the server cannot be read by visitors; their permissions are put right: %1</source>
        <translation>
            <numerusform>%n file or folder on the server cannot be read by visitors; its permissions are put right: %1</numerusform>
            <numerusform>%n files or folders on the server cannot be read by visitors; their permissions are put right: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::OutsideLinks</name>
    <message numerus="yes">
        <source>%1 has not answered %n times in a row (%2).</source>
        <translation>
            <numerusform>%1 has not answered %n times in a row (%2).</numerusform>
            <numerusform>%1 has not answered %n times in a row (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::PageRules</name>
    <message numerus="yes">
        <source>The title has %n characters; search results show about %1.</source>
        <translation>
            <numerusform>The title has %n characters; search results show about %1.</numerusform>
            <numerusform>The title has %n characters; search results show about %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The description has %n characters; search results show %1 or fewer.</source>
        <translation>
            <numerusform>The description has %n characters; search results show %1 or fewer.</numerusform>
            <numerusform>The description has %n characters; search results show %1 or fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The description has only %n characters. Say what visitors find here.</source>
        <translation>
            <numerusform>The description has only %n characters. Say what visitors find here.</numerusform>
            <numerusform>The description has only %n characters. Say what visitors find here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page has only %n characters.</source>
        <translation>
            <numerusform>The page has only %n characters.</numerusform>
            <numerusform>The page has only %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Paste</name>
    <message numerus="yes">
        <source>%n picture(s) that lie on another site (save them, then insert them)</source>
        <translation>
            <numerusform>%n picture that lies on another site (save it, then insert it)</numerusform>
            <numerusform>%n pictures that lie on another site (save them, then insert them)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that did not come along (insert them one by one)</source>
        <translation>
            <numerusform>%n picture that did not come along (insert it by itself)</numerusform>
            <numerusform>%n pictures that did not come along (insert them one by one)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedded object(s), such as videos or drawings</source>
        <translation>
            <numerusform>%n embedded object, such as a video or drawing</numerusform>
            <numerusform>%n embedded objects, such as videos or drawings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form field(s)</source>
        <translation>
            <numerusform>%n form field</numerusform>
            <numerusform>%n form fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the target of %n link(s), which leads nowhere from this site</source>
        <translation>
            <numerusform>the target of %n link, which leads nowhere from this site</numerusform>
            <numerusform>the targets of %n links, which lead nowhere from this site</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Planner</name>
    <message numerus="yes">
        <source>%n file(s) on the server were made or changed by someone else. Decide for each whether to keep it or to replace it.</source>
        <translation>
            <numerusform>%n file on the server was made or changed by someone else. Decide whether to keep it or to replace it.</numerusform>
            <numerusform>%n files on the server were made or changed by someone else. Decide for each whether to keep it or to replace it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be replaced by this program, because a link or a folder that it cannot put aside is in the way: %1. Rename or remove that on the server by hand, then publish again.</source>
        <translation>
            <numerusform>One file cannot be replaced by this program, because a link or a folder that it cannot put aside is in the way: %1. Rename or remove that on the server by hand, then publish again.</numerusform>
            <numerusform>%n files cannot be replaced by this program, because links or folders that it cannot put aside are in the way: %1. Rename or remove those on the server by hand, then publish again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::PublishRun</name>
    <message numerus="yes">
        <source>%n files that were sent already are still in %1; remove them there.</source>
        <translation>
            <numerusform>%n file that was sent already is still in %1; remove it there.</numerusform>
            <numerusform>%n files that were sent already are still in %1; remove them there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n files that were sent already (%1 kB) were removed again.</source>
        <translation>
            <numerusform>The %n file that was sent already (%1 kB) was removed again.</numerusform>
            <numerusform>The %n files that were sent already (%1 kB) were removed again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Reconnect</name>
    <message numerus="yes">
        <source>Connection lost, trying again in %n s</source>
        <translation>
            <numerusform>Connection lost, trying again in %n s</numerusform>
            <numerusform>Connection lost, trying again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Rollback</name>
    <message numerus="yes">
        <source>%n file(s) of that state are neither on this machine nor on the server any more, so it cannot be published again.</source>
        <translation>
            <numerusform>%n file of that state is neither on this machine nor on the server any more, so it cannot be published again.</numerusform>
            <numerusform>%n files of that state are neither on this machine nor on the server any more, so it cannot be published again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::SearchNotice</name>
    <message numerus="yes">
        <source>Search engines were told of %n changed page(s).</source>
        <translation>
            <numerusform>Search engines were told of %n changed page.</numerusform>
            <numerusform>Search engines were told of %n changed pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait and are sent with the next publish.</source>
        <translation>
            <numerusform>%n page wait and are sent with the next publish.</numerusform>
            <numerusform>%n pages wait and are sent with the next publish.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Sftp</name>
    <message numerus="yes">
        <source>The server is still there, but its SFTP service has not answered for %n s: it is stuck. Try again later; when it stays so, tell the server&apos;s operator.</source>
        <translation>
            <numerusform>The server is still there, but its SFTP service has not answered for %n s: it is stuck. Try again later; when it stays so, tell the server&apos;s operator.</numerusform>
            <numerusform>The server is still there, but its SFTP service has not answered for %n s: it is stuck. Try again later; when it stays so, tell the server&apos;s operator.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::SiteRules</name>
    <message numerus="yes">
        <source>The redirect of %1 leads over %n step(s) to %2. Let it lead there at once.</source>
        <translation>
            <numerusform>The redirect of %1 leads over %n step to %2. Let it lead there at once.</numerusform>
            <numerusform>The redirect of %1 leads over %n steps to %2. Let it lead there at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) say where they were taken: %1. They are published without it; mind the originals when you hand them on.</source>
        <translation>
            <numerusform>%n picture says where it was taken: %1. It is published without that; mind the original when you hand it on.</numerusform>
            <numerusform>%n pictures say where they were taken: %1. They are published without it; mind the originals when you hand them on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::SomeOf</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::Strays</name>
    <message numerus="yes">
        <source>While the site was being published, someone else changed %n file(s) on the server (%1). They could not be taken over and are kept in %2.</source>
        <translation>
            <numerusform>While the site was being published, someone else changed %n file on the server (%1). They could not be taken over and are kept in %2.</numerusform>
            <numerusform>While the site was being published, someone else changed %n files on the server (%1). They could not be taken over and are kept in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::StructureRules</name>
    <message numerus="yes">
        <source>The alternative text has %n characters. Say the main thing, and the rest in the text.</source>
        <translation>
            <numerusform>The alternative text has %n characters. Say the main thing, and the rest in the text.</numerusform>
            <numerusform>The alternative text has %n characters. Say the main thing, and the rest in the text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n head cell(s) of the table &quot;%1&quot; do not say whether they head a row or a column (scope).</source>
        <translation>
            <numerusform>%n head cell of the table &quot;%1&quot; does not say whether it heads a row or a column (scope).</numerusform>
            <numerusform>%n head cells of the table &quot;%1&quot; do not say whether they head a row or a column (scope).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::TextRules</name>
    <message numerus="yes">
        <source>%n spaces in a row. Layout belongs to tables and style sheets.</source>
        <translation>
            <numerusform>%n spaces in a row. Layout belongs to tables and style sheets.</numerusform>
            <numerusform>%n spaces in a row. Layout belongs to tables and style sheets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Build</name>
    <message numerus="yes">
        <source>%n file(s), %1 KB, in %2 ms: %3</source>
        <translation>
            <numerusform>%n file, %1 KB, in %2 ms: %3</numerusform>
            <numerusform>%n files, %1 KB, in %2 ms: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Check</name>
    <message numerus="yes">
        <source>%n problem(s) found on %1 page(s), in %2 ms.</source>
        <translation>
            <numerusform>%n problem found on %1 page, in %2 ms.</numerusform>
            <numerusform>%n problems found on %1 pages, in %2 ms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s) recorded. Each holds until the text at its place changes.</source>
        <translation>
            <numerusform>%n exception recorded. Each holds until the text at its place changes.</numerusform>
            <numerusform>%n exceptions recorded. Each holds until the text at its place changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Demo</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::IndexNow</name>
    <message numerus="yes">
        <source>%n page(s) wait to be told of.</source>
        <translation>
            <numerusform>%n page wait to be told of.</numerusform>
            <numerusform>%n pages wait to be told of.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Publish</name>
    <message numerus="yes">
        <source>%n file(s) on the server are in the way. Decide for each with --keep PATH (theirs stays) or --replace PATH (ours goes there, theirs is put aside), or take over all of them with --adopt.</source>
        <translation>
            <numerusform>%n file on the server is in the way. Decide with --keep PATH (theirs stays) or --replace PATH (ours goes there, theirs is put aside), or take over all of them with --adopt.</numerusform>
            <numerusform>%n files on the server are in the way. Decide for each with --keep PATH (theirs stays) or --replace PATH (ours goes there, theirs is put aside), or take over all of them with --adopt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Site</name>
    <message numerus="yes">
        <source>Made %1 with %n page(s).</source>
        <translation>
            <numerusform>Made %1 with %n page.</numerusform>
            <numerusform>Made %1 with %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Term</name>
    <message numerus="yes">
        <source>“%1” is “%2” now, on %n page(s).</source>
        <translation>
            <numerusform>“%1” is “%2” now, on %n page.</numerusform>
            <numerusform>“%1” is “%2” now, on %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::cli::Verify</name>
    <message numerus="yes">
        <source>%n file(s) on the server are not as published.</source>
        <translation>
            <numerusform>%n file on the server is not as published.</numerusform>
            <numerusform>%n files on the server are not as published.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::AccessibilityDialog</name>
    <message numerus="yes">
        <source>%n page(s) were tested: %1 failures, %2 questions for people.</source>
        <translation>
            <numerusform>%n page were tested: %1 failures, %2 questions for people.</numerusform>
            <numerusform>%n pages were tested: %1 failures, %2 questions for people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ChangesButton</name>
    <message numerus="yes">
        <source>%n place(s) changed since the last publish</source>
        <translation>
            <numerusform>%n place changed since the last publish</numerusform>
            <numerusform>%n places changed since the last publish</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::CheckPanel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are selected.</source>
        <translation>
            <numerusform>%n problem are selected.</numerusform>
            <numerusform>%n problems are selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were mended. The working texts changed; what is public did not.</source>
        <translation>
            <numerusform>%n page were mended. The working texts changed; what is public did not.</numerusform>
            <numerusform>%n pages were mended. The working texts changed; what is public did not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are as they were before.</source>
        <translation>
            <numerusform>%n page are as they were before.</numerusform>
            <numerusform>%n pages are as they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) on other sites were asked.</source>
        <translation>
            <numerusform>%n address on other sites were asked.</numerusform>
            <numerusform>%n addresses on other sites were asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::DriftPanel</name>
    <message numerus="yes">
        <source>%n file(s) are not as they were published.</source>
        <translation>
            <numerusform>%n file is not as it was published.</numerusform>
            <numerusform>%n files are not as they were published.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::EditorPanel</name>
    <message numerus="yes">
        <source>You have left the page meanwhile. %n file(s) are among the media now.</source>
        <translation>
            <numerusform>You have left the page meanwhile. %n file is among the media now.</numerusform>
            <numerusform>You have left the page meanwhile. %n files are among the media now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::EntryView</name>
    <message numerus="yes">
        <source>%n file(s) stayed as they were</source>
        <translation>
            <numerusform>%n file stayed as it was</numerusform>
            <numerusform>%n files stayed as they were</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ExceptionDialog</name>
    <message numerus="yes">
        <source>%n problem(s) will no longer stop a publish:</source>
        <translation>
            <numerusform>%n problem will no longer stop a publish:</numerusform>
            <numerusform>%n problems will no longer stop a publish:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FindingModel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::FixPreview</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more place(s) like these</source>
        <translation>
            <numerusform>And %n more place like these</numerusform>
            <numerusform>And %n more places like these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend %n place(s)</source>
        <translation>
            <numerusform>Mend %n place</numerusform>
            <numerusform>Mend %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::IndexNowField</name>
    <message numerus="yes">
        <source>%n page(s) that could not be told of yet</source>
        <translation>
            <numerusform>%n page that could not be told of yet</numerusform>
            <numerusform>%n pages that could not be told of yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MediaImport</name>
    <message numerus="yes">
        <source>%n other file(s) were added.</source>
        <translation>
            <numerusform>%n other file was added.</numerusform>
            <numerusform>%n other files were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> The check lists %n more file(s) with such notes.</source>
        <translation>
            <numerusform> The check lists %n more file with such notes.</numerusform>
            <numerusform> The check lists %n more files with such notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::MediaPanel</name>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n file added.</numerusform>
            <numerusform>%n files added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::PlanView</name>
    <message numerus="yes">
        <source>%n file(s) stay as they are</source>
        <translation>
            <numerusform>%n file stays as it is</numerusform>
            <numerusform>%n files stay as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ProbeView</name>
    <message numerus="yes">
        <source>It holds this site, as published %n time(s)</source>
        <translation>
            <numerusform>It holds this site, as published %n time</numerusform>
            <numerusform>It holds this site, as published %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Publish</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n in conflict</numerusform>
            <numerusform>%n in conflict</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ResultView</name>
    <message numerus="yes">
        <source>%n file(s) new</source>
        <translation>
            <numerusform>%n file new</numerusform>
            <numerusform>%n files new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) with their new text are public now.</source>
        <translation>
            <numerusform>%n page with its new text is public now.</numerusform>
            <numerusform>%n pages with their new text are public now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the connection was lost %n time(s) and taken up again</source>
        <translation>
            <numerusform>the connection was lost %n time and taken up again</numerusform>
            <numerusform>the connection was lost %n times and taken up again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) were asked for, and visitors get what was published.</source>
        <translation>
            <numerusform>%n address were asked for, and visitors get what was published.</numerusform>
            <numerusform>%n addresses were asked for, and visitors get what was published.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::ServerToday</name>
    <message numerus="yes">
        <source>%n file(s) on %1 are not as published</source>
        <translation>
            <numerusform>%n file on %1 is not as published</numerusform>
            <numerusform>%n files on %1 are not as published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TextMarks</name>
    <message numerus="yes">
        <source>Mend all %n of “%1” on this page</source>
        <translation>
            <numerusform>Mend all %n of “%1” on this page</numerusform>
            <numerusform>Mend all %n of “%1” on this page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::Today</name>
    <message numerus="yes">
        <source>%n problem(s) stop the next publish</source>
        <translation>
            <numerusform>%n problem stop the next publish</numerusform>
            <numerusform>%n problems stop the next publish</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TodayPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::TrashDialog</name>
    <message numerus="yes">
        <source>%n place(s) of the site lead to “%1”.</source>
        <translation>
            <numerusform>%n place of the site leads to “%1”.</numerusform>
            <numerusform>%n places of the site lead to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakehashi::ui::SeriesTable</name>
    <message numerus="yes">
        <source>%n figure(s) that were typed wait for an answer and are not stored: see Statistics.</source>
        <translation>
            <numerusform>One figure that was typed waits for an answer and is not stored: see Statistics.</numerusform>
            <numerusform>%n figures that were typed wait for an answer and are not stored: see Statistics.</numerusform>
        </translation>
    </message>
</context>
</TS>
