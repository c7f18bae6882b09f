# Every library the product stands on, found once, under one name each.
# Debian packages and vcpkg ports are listed in packaging/packages.txt and vcpkg.json.
set(KAKEHASHI_QT_COMPONENTS Core Gui Sql Svg Concurrent Network LinguistTools)
if(KAKEHASHI_DESKTOP)
    list(APPEND KAKEHASHI_QT_COMPONENTS Widgets QuickWidgets WebEngineCore WebEngineWidgets)
endif()
if(KAKEHASHI_TESTS)
    list(APPEND KAKEHASHI_QT_COMPONENTS Test)
endif()
find_package(Qt6 6.4 REQUIRED COMPONENTS ${KAKEHASHI_QT_COMPONENTS})
find_package(Qt6Keychain REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

# Debian ships pkg-config files where vcpkg ships CMake packages, so both are tried.
find_package(PkgConfig QUIET)
function(kakehashi_import name package target pkgconfig)
    find_package(${package} CONFIG QUIET)
    if(TARGET ${target})
        add_library(${name} INTERFACE IMPORTED GLOBAL)
        target_link_libraries(${name} INTERFACE ${target})
        return()
    endif()
    pkg_check_modules(${pkgconfig}_pc REQUIRED IMPORTED_TARGET GLOBAL ${pkgconfig})
    add_library(${name} INTERFACE IMPORTED GLOBAL)
    target_link_libraries(${name} INTERFACE PkgConfig::${pkgconfig}_pc)
endfunction()

kakehashi_import(dep::ssh2 libssh2 libssh2::libssh2 libssh2)
kakehashi_import(dep::sodium unofficial-sodium unofficial-sodium::sodium libsodium)
kakehashi_import(dep::gumbo unofficial-gumbo unofficial::gumbo::gumbo gumbo)
kakehashi_import(dep::yaml yaml-cpp yaml-cpp yaml-cpp)
kakehashi_import(dep::toml tomlplusplus tomlplusplus::tomlplusplus tomlplusplus)
kakehashi_import(dep::xlsxwriter unofficial-libxlsxwriter unofficial::libxlsxwriter::libxlsxwriter
                 xlsxwriter)

# cmark-gfm has a CMake package in vcpkg; Debian has headers and libraries only.
find_package(cmark-gfm CONFIG QUIET)
add_library(dep::cmark INTERFACE IMPORTED GLOBAL)
if(TARGET cmark-gfm::cmark-gfm)
    target_link_libraries(dep::cmark INTERFACE cmark-gfm::cmark-gfm
                                               cmark-gfm::cmark-gfm-extensions)
else()
    find_library(CMARK_GFM_LIBRARY cmark-gfm REQUIRED)
    find_library(CMARK_GFM_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
    target_link_libraries(dep::cmark INTERFACE ${CMARK_GFM_EXTENSIONS_LIBRARY} ${CMARK_GFM_LIBRARY})
endif()
