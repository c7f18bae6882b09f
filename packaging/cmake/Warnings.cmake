# One target carries every strictness switch; nothing of ours is built without it.
add_library(kakehashi_strict INTERFACE)
target_compile_definitions(kakehashi_strict INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    KAKEHASHI_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(kakehashi_strict INTERFACE /W4 /WX /utf-8 /permissive- /Zc:__cplusplus)
    target_compile_definitions(kakehashi_strict INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
    target_compile_options(kakehashi_strict INTERFACE
        -Wall -Wextra -Wpedantic -Werror -Wshadow -Wold-style-cast -Wnon-virtual-dtor
        -Woverloaded-virtual -Wnull-dereference -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
        -fstack-protector-strong)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC 12 reports false positives from inlined Qt containers under optimisation.
        target_compile_options(kakehashi_strict INTERFACE -Wno-null-dereference
            -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds -Wno-restrict)
    endif()
endif()
if(KAKEHASHI_ASAN)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
                        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(KAKEHASHI_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined
                        -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(UNIX AND NOT APPLE)
    find_program(LLD_LINKER ld.lld)
    if(LLD_LINKER)
        add_link_options(-fuse-ld=lld)
    endif()
endif()
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${CCACHE_PROGRAM})
    # ccache and GCC's precompiled headers agree only when the header is part of the hash.
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
